// Calm scenes of a harbour city as SVG, 1200 by 800: what the sample stories show.
const width = 1200
const height = 800

/** Numbers that look random and are the same each time (mulberry32). */
function chance(seed) {
  let state = seed
  return (from = 0, to = 1) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (to - from)
  }
}

const gradient = (id, ...stops) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map((colour, index) => `<stop offset="${index / (stops.length - 1)}" stop-color="${colour}"/>`).join('')}</linearGradient>`
const glow = (id, colour) => `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
const rect = (x, y, w, h, fill, more = '') => `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${fill}" ${more}/>`
const circle = (x, y, r, fill, more = '') => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}" ${more}/>`
const shape = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const line = (d, stroke, w, more = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" ${more}/>`
const scene = (defs, ...parts) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${parts.flat().join('')}</svg>`
const repeat = (count, draw) => Array.from({ length: count }, (_, index) => draw(index))

/** A row of hills from edge to edge. */
function hills(next, base, rise, fill, opacity = 1) {
  const points = repeat(9, (index) => [index * 150, base - next(0, rise)])
  const curve = points.slice(1).map(([x, y], index) => `C${x - 75},${points[index][1]} ${x - 75},${y} ${x},${y}`)
  return shape(`M0,${points[0][1]} ${curve.join(' ')} L${width},${height} L0,${height} Z`, fill, `opacity="${opacity}"`)
}

/** Light on water: short lines, denser towards the viewer. */
const ripples = (next, top, colour, count = 90) =>
  repeat(count, () => {
    const depth = next() ** 1.4
    const x = next(-40, width)
    const y = top + depth * (height - top)
    return line(`M${x.toFixed(1)},${y.toFixed(1)} h${(next(20, 60) * (0.4 + depth * 1.6)).toFixed(1)}`, colour, (1 + depth * 2.4).toFixed(1), `opacity="${next(0.08, 0.4).toFixed(2)}"`)
  })

/** Houses side by side, with or without lit windows. */
function street(next, base, from, to, colours, lit, size = [60, 120, 120, 320]) {
  const parts = []
  for (let x = from; x < to; ) {
    const w = next(size[0], size[1])
    const h = next(size[2], size[3])
    parts.push(rect(x, base - h, w + 1, h, colours[Math.floor(next(0, colours.length))]))
    for (let row = base - h + 18; row < base - 18; row += 26) for (let column = x + 10; column < x + w - 12; column += 20) if (next() > 0.35) parts.push(rect(column, row, 9, 13, lit, `opacity="${next(0.25, 0.9).toFixed(2)}"`))
    x += w + next(0, 6)
  }
  return parts
}

const boat = (x, y, scale, hull, sail) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${shape('M-46,0 L46,0 L32,20 L-34,20 Z', hull)}${line('M0,0 V-92', '#4b3b34', 3)}${shape('M4,-90 L44,-8 L4,-8 Z', sail)}${shape('M-4,-78 L-34,-8 L-4,-8 Z', sail, 'opacity="0.8"')}</g>`

function harbour() {
  const next = chance(11)
  return scene(
    gradient('sky', '#2f4b6e', '#b8798a', '#f6c58f') + gradient('sea', '#d99a86', '#54708c', '#263f5b') + glow('sun', '#fff1cf'),
    rect(0, 0, width, 500, 'url(#sky)'), circle(780, 420, 240, 'url(#sun)', 'opacity="0.9"'), circle(780, 425, 46, '#fff3d6'),
    hills(next, 470, 120, '#7d6b86', 0.7), hills(next, 500, 80, '#5a5877', 0.9), rect(0, 490, width, 310, 'url(#sea)'),
    street(next, 495, 0, 420, ['#4a4763', '#57506b', '#3e3f5b'], '#f9d59a', [34, 70, 40, 130]),
    repeat(26, (index) => rect(730 + next(-index * 3, index * 3), 500 + index * 11, next(40, 110), 3, '#ffe2b0', `opacity="${(0.7 - index * 0.022).toFixed(2)}"`)),
    ripples(next, 500, '#f7d4b4'), boat(300, 610, 1.5, '#6b3f3a', '#f3e3cf'), boat(930, 560, 0.8, '#3f4a63', '#f6ead9'), boat(560, 540, 0.5, '#3f4a63', '#f1d9c2'),
  )
}

function ferry() {
  const next = chance(23)
  return scene(
    gradient('sky', '#7fb3d5', '#cfe5ef') + gradient('sea', '#5fa0b4', '#1e5a73'),
    rect(0, 0, width, 430, 'url(#sky)'), repeat(9, () => `<ellipse cx="${next(0, width)}" cy="${next(60, 260)}" rx="${next(60, 170)}" ry="${next(12, 30)}" fill="#ffffff" opacity="${next(0.25, 0.6)}"/>`),
    hills(next, 430, 90, '#8fb2b5', 0.8), street(next, 432, 640, width, ['#c9bda8', '#b7a48d', '#d7cdb9'], '#7f93a0', [36, 80, 40, 120]), rect(0, 425, width, 375, 'url(#sea)'), ripples(next, 430, '#d8eff3', 130),
    shape('M190,600 L1010,600 L950,690 L250,690 Z', '#f4f1ea'), shape('M218,644 L984,644 L952,690 L250,690 Z', '#c0483c'), rect(280, 520, 640, 82, '#fbfaf6'), rect(340, 452, 440, 70, '#eef0ee'), rect(420, 400, 200, 54, '#fbfaf6'),
    repeat(15, (index) => rect(300 + index * 41, 545, 26, 26, '#385f74', 'rx="4"')), repeat(10, (index) => rect(358 + index * 41, 472, 26, 24, '#466d81', 'rx="4"')), repeat(4, (index) => rect(436 + index * 44, 412, 32, 22, '#2f5368', 'rx="3"')),
    rect(690, 372, 60, 82, '#c0483c'), rect(690, 372, 60, 16, '#2d2d33'), line('M280,520 H920', '#9fb0b3', 3), line('M200,706 C420,690 700,722 1060,700', '#eaf6f7', 6, 'opacity="0.8"'),
  )
}

function hall() {
  const next = chance(31)
  return scene(
    gradient('sky', '#9dbfd6', '#f0ead9') + gradient('stone', '#efe4cf', '#cdbb9d') + gradient('square', '#c8b89c', '#9c8a70'),
    rect(0, 0, width, height, 'url(#sky)'), hills(next, 560, 60, '#a9b99a', 0.7), rect(0, 620, width, 180, 'url(#square)'), rect(180, 300, 840, 330, 'url(#stone)'), shape('M360,300 L600,170 L840,300 Z', '#e2d3b7'),
    rect(560, 70, 80, 120, '#e7dac0'), shape('M550,72 L600,20 L650,72 Z', '#5d7a73'), circle(600, 128, 26, '#fbf7ec'), line('M600,128 V110 M600,128 H614', '#4a4a48', 4),
    repeat(8, (index) => rect(376 + index * 60, 330, 26, 290, '#f7efdf') + rect(370 + index * 60, 322, 38, 12, '#d9c8a6') + rect(370 + index * 60, 612, 38, 14, '#d9c8a6')),
    repeat(3, (index) => rect(206 + index * 52, 360, 30, 70, '#6d8791', 'rx="15"') + rect(206 + index * 52, 480, 30, 80, '#6d8791', 'rx="4"') + rect(858 + index * 52, 360, 30, 70, '#6d8791', 'rx="15"') + rect(858 + index * 52, 480, 30, 80, '#6d8791', 'rx="4"')),
    repeat(5, (index) => rect(330 - index * 16, 626 + index * 16, 540 + index * 32, 17, index % 2 ? '#d8c8aa' : '#e5d8bf')),
    repeat(6, (index) => line(`M${90 + index * 204},640 V430`, '#6b6a66', 5) + shape(`M${92 + index * 204},432 c30,-12 44,14 78,2 v46 c-34,12 -48,-14 -78,-2 Z`, ['#1f6f78', '#d08a3c', '#8c3b4a'][index % 3])),
    repeat(14, () => { const x = next(60, 1140); const y = next(690, 770); return `<g opacity="0.8">${circle(x, y - 34, 8, '#5b4a41')}${rect(x - 8, y - 26, 16, 30, ['#35505b', '#7a4b44', '#5c6b4a'][Math.floor(next(0, 3))], 'rx="7"')}</g>` }),
  )
}

function tram() {
  const next = chance(47)
  const tree = (x, y, r) => rect(x - 6, y, 12, 150, '#6a5546') + repeat(9, () => circle(x + next(-r * 0.7, r * 0.7), y - next(-20, r), next(r * 0.35, r * 0.6), ['#6f9a6a', '#85ad74', '#5c8a63'][Math.floor(next(0, 3))], 'opacity="0.9"')).join('')
  return scene(
    gradient('sky', '#bcd9e6', '#f3f0e4') + gradient('road', '#a9a59d', '#7e7b76'),
    rect(0, 0, width, height, 'url(#sky)'), street(next, 560, 0, width, ['#d8b894', '#c99a7b', '#e3cfae', '#b98d78', '#cfc4b0'], '#5f7785', [90, 160, 240, 420]), rect(0, 556, width, 244, 'url(#road)'), rect(0, 556, width, 14, '#d7d2c6'),
    line('M0,420 H1200', '#4f5154', 2), tree(120, 440, 90), tree(1080, 440, 90), tree(960, 450, 70),
    rect(250, 470, 620, 190, '#f2efe6', 'rx="26"'), rect(250, 590, 620, 70, '#1f6f78', 'rx="20"'), rect(250, 590, 620, 30, '#1f6f78'), repeat(7, (index) => rect(276 + index * 83, 496, 68, 76, '#39545f', 'rx="8"')), rect(440, 496, 8, 160, '#c9c4b6'), rect(690, 496, 8, 160, '#c9c4b6'),
    line('M560,470 L520,422 L600,422 Z', '#4f5154', 4), line('M0,676 H1200 M0,704 H1200', '#5a5955', 5), repeat(4, (index) => circle(330 + index * 150, 664, 16, '#34363a')),
    repeat(10, () => { const x = next(40, 1160); const y = next(738, 780); return circle(x, y - 46, 10, '#5a463c') + rect(x - 10, y - 36, 20, 40, ['#a4483f', '#2f5b66', '#b98a3a', '#4d5a49'][Math.floor(next(0, 4))], 'rx="9"') }),
  )
}

function market() {
  const next = chance(59)
  const colours = ['#c0483c', '#1f6f78', '#d99a3d', '#6d7f4d', '#8b4a6b']
  const stall = (x, y, colour) =>
    `<g transform="translate(${x} ${y})">${rect(-4, -10, 8, 190, '#7d6a58')}${rect(216, -10, 8, 190, '#7d6a58')}${shape('M-20,0 L10,-70 L210,-70 L240,0 Z', '#f5efe1')}${repeat(5, (index) => shape(`M${-20 + index * 52},0 L${10 + index * 40},-70 h20 L${6 + index * 52},0 Z`, colour)).join('')}${rect(-8, 96, 236, 84, '#a98562')}${repeat(24, (index) => circle(8 + (index % 12) * 19, 90 - Math.floor(index / 12) * 14, 10, ['#d8642f', '#7f9c3b', '#e0b23c', '#b23a3a'][Math.floor(next(0, 4))])).join('')}</g>`
  return scene(
    gradient('sky', '#f2d9b3', '#f7efdf') + gradient('ground', '#c6ae8e', '#9b8266'),
    rect(0, 0, width, height, 'url(#sky)'), street(next, 470, 0, width, ['#d9b48b', '#c98f6c', '#e8cda3', '#b57b5f'], '#6a7b80', [100, 170, 200, 360]), rect(0, 465, width, 335, 'url(#ground)'),
    line('M0,180 C300,260 420,140 640,220 S1000,150 1200,230', '#8a6f58', 2), repeat(16, (index) => shape(`M${index * 76 + 20},${195 + Math.sin(index) * 22} h36 l-18,34 Z`, colours[index % 5], 'opacity="0.85"')),
    stall(60, 430, colours[0]), stall(360, 430, colours[1]), stall(660, 430, colours[2]), stall(930, 430, colours[3]),
    repeat(12, () => { const x = next(40, 1160); const y = next(690, 780); return circle(x, y - 66, 15, ['#5a463c', '#7a5c48', '#3f342f'][Math.floor(next(0, 3))]) + rect(x - 16, y - 52, 32, 64, colours[Math.floor(next(0, 5))], 'rx="14" opacity="0.92"') }),
  )
}

function bridge() {
  const next = chance(61)
  return scene(
    gradient('sky', '#c3d3d8', '#eef0ea') + gradient('sea', '#b8c9cc', '#6f8d94') + gradient('mist', '#ffffff00', '#f4f5f0', '#ffffff00'),
    rect(0, 0, width, height, 'url(#sky)'), hills(next, 480, 120, '#a9bcc0', 0.7), hills(next, 510, 70, '#8fa6ab', 0.8), rect(0, 520, width, 280, 'url(#sea)'), ripples(next, 530, '#eef5f4', 70),
    repeat(2, (index) => rect(330 + index * 520, 170, 26, 420, '#7c4b43') + rect(370 + index * 520, 170, 26, 420, '#7c4b43') + rect(330 + index * 520, 240, 66, 14, '#7c4b43') + rect(330 + index * 520, 340, 66, 14, '#7c4b43')),
    line('M-40,420 Q180,380 363,176 Q620,640 883,176 Q1060,390 1240,420', '#7c4b43', 7), repeat(38, (index) => { const x = 400 + index * 12.4; const t = (x - 363) / 520; const y = 176 + 4 * t * (1 - t) * 232; return line(`M${x.toFixed(1)},${y.toFixed(1)} V446`, '#8d5f57', 1.6) }),
    rect(0, 440, width, 18, '#6d423b'), rect(0, 458, width, 6, '#573530'), rect(0, 420, width, 260, 'url(#mist)', 'opacity="0.75"'), boat(640, 640, 0.9, '#4c5d66', '#f2f2ec'),
  )
}

function skyline() {
  const next = chance(73)
  return scene(
    gradient('sky', '#0f1c33', '#27406a', '#a86f7d') + gradient('sea', '#3b3f5f', '#101a30'),
    rect(0, 0, width, 560, 'url(#sky)'), repeat(80, () => circle(next(0, width), next(0, 300), next(0.6, 1.9), '#ffffff', `opacity="${next(0.3, 0.9)}"`)), circle(930, 140, 42, '#f4ecd2', 'opacity="0.95"'),
    street(next, 560, 0, width, ['#1a2743', '#22304f', '#151f38'], '#f7c873', [50, 110, 120, 360]), rect(0, 555, width, 245, 'url(#sea)'),
    repeat(46, () => rect(next(0, width), 560, next(3, 8), next(40, 190), '#f7c873', `opacity="${next(0.08, 0.4)}"`)), ripples(next, 560, '#8fa0c4', 60),
  )
}

function workshop() {
  const next = chance(83)
  const cup = (x, y) => circle(x, y, 34, '#f5f1e8') + circle(x, y, 25, '#6b4a37')
  const sheet = (x, y, turn, colour, lines = 7) => `<g transform="translate(${x} ${y}) rotate(${turn})">${rect(-90, -120, 180, 240, colour, 'rx="3"')}${repeat(lines, (index) => rect(-66, -86 + index * 26, next(70, 132), 7, '#8d8f8a', 'opacity="0.6"')).join('')}</g>`
  return scene(
    gradient('table', '#c9a77f', '#b28c63'),
    rect(0, 0, width, height, 'url(#table)'), repeat(26, (index) => line(`M0,${index * 32 + next(-6, 6)} C300,${index * 32 + next(-10, 10)} 800,${index * 32 + next(-10, 10)} 1200,${index * 32 + next(-6, 6)}`, '#9c7750', 1.4, 'opacity="0.45"')),
    shape('M330,210 L880,180 L905,600 L350,640 Z', '#f4f0e4'), line('M380,330 C500,270 560,420 690,350 S840,300 880,340', '#1f6f78', 7), line('M372,470 C480,430 600,520 730,470 S860,460 892,480', '#d08a3c', 7),
    repeat(14, () => circle(next(390, 870), next(240, 600), next(6, 13), ['#c0483c', '#1f6f78', '#d99a3d'][Math.floor(next(0, 3))])), sheet(170, 260, -12, '#fdfbf5'), sheet(1050, 560, 9, '#fdfbf5'), sheet(1030, 210, -6, '#e9f1ef', 5),
    repeat(9, (index) => `<g transform="translate(${150 + (index % 3) * 74} ${560 + Math.floor(index / 3) * 70}) rotate(${next(-9, 9)})">${rect(-30, -30, 60, 60, ['#f3d36b', '#9fd0c4', '#f0a48a'][index % 3])}${rect(-20, -14, 36, 4, '#6f6f68')}${rect(-20, -2, 28, 4, '#6f6f68')}</g>`), cup(460, 110), cup(820, 710), line('M560,690 L720,640', '#2f3e46', 10),
  )
}

function microphone() {
  return scene(
    gradient('wall', '#274a55', '#16303a') + glow('light', '#f3e1b8'),
    rect(0, 0, width, height, 'url(#wall)'), repeat(18, (index) => rect(index * 70, 0, 34, height, '#1f3f4a', 'opacity="0.55"')), circle(620, 250, 420, 'url(#light)', 'opacity="0.5"'),
    shape('M380,800 L430,520 L810,520 L860,800 Z', '#8a6242'), rect(400, 490, 440, 40, '#a87a54', 'rx="6"'), circle(620, 650, 66, '#e9dcbf', 'opacity="0.9"'), line('M586,660 q17,-22 34,0 t34,0 M586,636 q17,-22 34,0 t34,0', '#1f6f78', 7),
    line('M620,490 C620,420 640,400 640,330', '#2b2e31', 9), `<g transform="rotate(12 640 290)">${rect(612, 220, 56, 118, '#3a3e42', 'rx="28"')}${repeat(6, (index) => rect(616, 236 + index * 14, 48, 4, '#80878b')).join('')}</g>`,
  )
}

function lighthouse() {
  const next = chance(97)
  return scene(
    gradient('sky', '#f3c9a5', '#f7e7cf') + gradient('sea', '#7fb0b5', '#2f6a78') + glow('lamp', '#fff6d5'),
    rect(0, 0, width, height, 'url(#sky)'), hills(next, 520, 60, '#c9a58c', 0.6), rect(0, 530, width, 270, 'url(#sea)'), ripples(next, 540, '#f3efe0', 100), shape('M640,640 C700,560 820,520 930,520 C1060,520 1140,560 1200,620 L1200,800 L600,800 Z', '#5d5a52'),
    shape('M852,530 L872,210 L948,210 L968,530 Z', '#f6f1e6'), shape('M858,430 L863,350 L957,350 L962,430 Z', '#c0483c'), shape('M867,290 L870,236 L950,236 L953,290 Z', '#c0483c'), rect(858, 196, 104, 16, '#3b3d40'), rect(880, 140, 60, 58, '#f9e7b0'), shape('M870,142 L910,98 L950,142 Z', '#3b3d40'), circle(910, 168, 190, 'url(#lamp)', 'opacity="0.85"'),
    boat(330, 620, 1.3, '#7a3d38', '#fbf6ea'),
  )
}

function cover() {
  return scene(
    gradient('ground', '#e9efec', '#d5e0dc'),
    rect(0, 0, width, height, 'url(#ground)'), `<g transform="rotate(-4 600 400)">${rect(392, 92, 436, 616, '#9fb3ae', 'rx="6"')}</g>`, rect(380, 80, 440, 620, '#12545e', 'rx="6"'), rect(380, 80, 440, 250, '#1f6f78', 'rx="6"'),
    repeat(5, (index) => line(`M380,${420 + index * 34} q55,-34 110,0 t110,0 t110,0 t110,0`, ['#d08a3c', '#e6b872', '#f3dcb2', '#8fc0bd', '#4f9199'][index], 9)), rect(420, 130, 250, 16, '#f3ede0'), rect(420, 162, 330, 16, '#f3ede0'), rect(420, 194, 190, 16, '#f3ede0'), rect(420, 238, 120, 9, '#9fd0c4'), rect(420, 640, 90, 9, '#9fd0c4'), rect(420, 660, 150, 9, '#9fd0c4'),
  )
}

export const scenes = { harbour: harbour(), ferry: ferry(), hall: hall(), tram: tram(), market: market(), bridge: bridge(), skyline: skyline(), workshop: workshop(), microphone: microphone(), lighthouse: lighthouse(), cover: cover() }
