/**
 * A PDF 1.4 file of A4 pages in Helvetica. A page is a list of `{ text, size, bold?, gap? }` lines, from the top; texts are
 * those that WinAnsiEncoding can say.
 */
export function writePdf(pages) {
  const objects = ['<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>', `<< /Type /Pages /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`, font('Helvetica'), font('Helvetica-Bold')]
  for (const lines of pages) {
    const content = contentOf(lines)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${objects.length + 2} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}

const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

function contentOf(lines) {
  const rule = '0.07 0.33 0.37 rg 60 790 475 4 re f'
  let y = 750
  const shown = lines.map(({ text, size, bold = false, gap = 6 }) => {
    const at = y
    y -= size + gap
    return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 0.13 0.15 0.17 rg 60 ${at} Td (${escaped(text)}) Tj ET`
  })
  return [rule, ...shown].join('\n')
}

/** Typographic quotes and dashes at their places in WinAnsiEncoding. */
const special = { '‘': '\x91', '’': '\x92', '“': '\x93', '”': '\x94', '–': '\x96', '—': '\x97', '•': '\x95' }
const escaped = (text) => text.replace(/[‘’“”–—•]/g, (sign) => special[sign]).replace(/[\\()]/g, '\\$&')
