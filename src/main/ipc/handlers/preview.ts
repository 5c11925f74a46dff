import { previewPage } from '../../preview/preview-page'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

/** The preview as text; the window itself shows it through the preview's own address, in a frame that runs no script. */
export function previewHandlers(station: Workstation): Pick<Handlers, 'preview.render'> {
  return { 'preview.render': (request) => previewPage(station.need(), request) }
}
