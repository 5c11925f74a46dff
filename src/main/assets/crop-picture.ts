import { cropPixels, type Crop } from '../../shared/assets/crop'
import { orDamaged, type PictureFile } from './clean-picture'
import { encodeFaithfully, formatOfMime } from './encode-picture'
import { lookAtPicture, readPicture } from './read-picture'

/** A part of a picture as a picture of its own, in the same format. @throws DeskError when the picture is damaged. */
export async function cropPicture({ name, mime, bytes }: PictureFile, crop: Crop): Promise<Uint8Array> {
  return orDamaged(name, async () => {
    const about = await lookAtPicture(bytes)
    const part = cropPixels(crop, { width: about.width, height: about.pageHeight ?? about.height })
    const turned = crop.turn === 0 ? await readPicture(bytes) : (await readPicture(bytes)).rotate(crop.turn)
    return encodeFaithfully(turned.extract(part), formatOfMime(mime) ?? 'png', about).toBuffer()
  })
}
