// Draws the pictures, the icon and the report that the sample desk and the tests use. What it makes is committed; run it only
// to change them: `node scripts/make-resources.mjs`. Needs rsvg-convert (librsvg2-bin), convert (imagemagick), icotool
// (icoutils) and png2icns (icnsutils).
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inProject } from './lib/project.mjs'
import { reportPages } from './make-resources/report-text.mjs'
import { scenes } from './make-resources/scenes.mjs'
import { writePdf } from './make-resources/write-pdf.mjs'

const sampleImages = inProject('resources', 'sample', 'images')
const sampleFiles = inProject('resources', 'sample', 'files')
const icons = inProject('resources', 'icons')
const page = inProject('tests', 'fixtures', 'news-page', 'news_files')
const work = mkdtempSync(path.join(os.tmpdir(), 'copydesk-resources-'))

/** Which scenes the saved news page shows, under the names that a browser would give them. */
const onPage = { harbour: 'harbour-dawn.jpg', ferry: 'ferry-tour.jpg', hall: 'city-hall.jpg', tram: 'tram-street.jpg', market: 'market-street.jpg', bridge: 'bridge-mist.jpg', cover: 'report-cover.png', microphone: 'lectern.jpg' }

try {
  for (const folder of [sampleImages, sampleFiles, page]) mkdirSync(folder, { recursive: true })
  for (const [name, svg] of Object.entries(scenes)) drawScene(name, svg)
  for (const [name, file] of Object.entries(onPage)) copyFileSync(path.join(sampleImages, `${name}${path.extname(file)}`), path.join(page, file))
  writeFileSync(path.join(sampleFiles, 'welcoming-harbours-2026.pdf'), writePdf(reportPages))
  copyFileSync(path.join(sampleFiles, 'welcoming-harbours-2026.pdf'), path.join(page, 'welcoming-harbours-2026.pdf'))
  drawIcon()
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** A picture of 1200 by 800 pixels: flat drawings as PNG, the others as JPEG with the grain of a photograph. */
function drawScene(name, svg) {
  const source = path.join(work, `${name}.svg`)
  const png = path.join(work, `${name}.png`)
  writeFileSync(source, svg)
  execFileSync('rsvg-convert', ['--width', '1200', '--height', '800', '--output', png, source])
  if (name === 'cover') return execFileSync('convert', [png, '-strip', '-colors', '128', '-define', 'png:compression-level=9', path.join(sampleImages, `${name}.png`)])
  const grain = ['-seed', '7', '-blur', '0x0.6', '-attenuate', '0.12', '+noise', 'Gaussian']
  execFileSync('convert', [png, ...grain, '-strip', '-interlace', 'JPEG', '-sampling-factor', '4:2:0', '-quality', '72', path.join(sampleImages, `${name}.jpg`)])
}

function drawIcon() {
  const source = path.join(icons, 'icon.svg')
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
  const drawn = Object.fromEntries(sizes.map((size) => [size, path.join(work, `icon-${size}.png`)]))
  for (const size of sizes) execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size), '--output', drawn[size], source])
  copyFileSync(drawn[1024], path.join(icons, 'icon.png'))
  execFileSync('icotool', ['--create', '--output', path.join(icons, 'icon.ico'), ...[16, 24, 32, 48].map((size) => drawn[size]), ...[64, 128, 256].map((size) => `--raw=${drawn[size]}`)])
  execFileSync('png2icns', [path.join(icons, 'icon.icns'), ...[16, 32, 48, 128, 256, 512, 1024].map((size) => drawn[size])], { stdio: 'ignore' })
}
