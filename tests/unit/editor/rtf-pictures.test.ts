import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rtfPictures } from '../../../src/renderer/editor/paste/rtf-pictures'

const pict = (format: string, hex: string): string => `{\\pict{\\*\\picprop{\\sp{\\sn shapeType}{\\sv 75}}}\\picw100\\pich50\\${format}\\bliptag-7{\\*\\blipuid 0a1b}${hex}}`

describe('the pictures of a text in RTF', () => {
  it('are found in their order, without their copies for older programs, bullets and what stands on each page', () => {
    const rtf = `{\\rtf1{\\header ${pict('pngblip', 'aa')}}{\\*\\listtable{\\*\\listpicture${pict('pngblip', 'bb')}}}\\par \\{no group\\} {\\*\\shppict${pict('pngblip', '89 50\r\n4e47')}}{\\nonshppict${pict('wmetafile8', '01')}}caf\\'e9${pict('jpegblip', 'ffd8')}${pict('emfblip', '01')}}`
    expect(rtfPictures(rtf)).toEqual(['data:image/png;base64,iVBORw==', 'data:image/jpeg;base64,/9g=', null])
  })

  it('hold the same bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 10_000 }), (bytes) => {
      const hex = Buffer.from(bytes).toString('hex').replace(/.{1,128}/g, '$&\n')
      expect(rtfPictures(`{\\rtf1${pict('pngblip', hex)}}`)).toEqual([`data:image/png;base64,${Buffer.from(bytes).toString('base64')}`])
    }))
  })

  it('skips raw bytes, whatever they are, and takes a picture that is no hexadecimal text for one that can’t be shown', () => {
    expect(rtfPictures(`{\\rtf1{\\pict\\pngblip\\bin6 }}}}}}}${pict('pngblip', '00')}}`)).toEqual([null, 'data:image/png;base64,AA=='])
    expect(rtfPictures(`{\\rtf1${pict('pngblip', '0')}${pict('pngblip', 'zz')}}`)).toEqual([null, null])
  })

  it('answers any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{', '}', '\\pict', '\\pngblip ', '\\bin9 ', '\\bin-3 ', '\\', "\\'", 'ff', '\\*', '\n', '\\shppict')).map((parts) => parts.join('')), (text) => {
      expect(rtfPictures(text).every((picture) => picture === null || picture.startsWith('data:image/'))).toBe(true)
    }))
  })
})
