import { DeskError } from '../../shared/result'

const accepted = 'Copydesk takes PNG, JPEG, GIF, WebP and AVIF pictures, PDF, office documents and ZIP archives.'

/** Why a file of another type is not taken, in words for whoever chose it. */
export function refusal(name: string, bytes: Uint8Array, found: string | undefined): DeskError {
  return new DeskError('asset-type', `${reason(name, start(bytes), found)}`, { place: name })
}

function reason(name: string, text: string, found: string | undefined): string {
  if (/<svg[\s>]/i.test(text)) return `‘${name}’ is an SVG drawing. SVG can carry scripts, so Copydesk does not take it; save it as PNG and add that.`
  if (/^\s*<(!doctype html|html|head|body|script)[\s>]/i.test(text)) return `‘${name}’ is a web page. To bring its text in, use ‘Import stories…’.`
  return found === undefined ? `‘${name}’ is of a type that Copydesk does not know. ${accepted}` : `‘${name}’ is a file of the type ‘${found}’. ${accepted}`
}

/** The beginning as text, without a byte order mark. */
function start(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\uFEFF/, '')
}
