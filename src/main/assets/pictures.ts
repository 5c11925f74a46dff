import type { Crop } from '../../shared/assets/crop'
import { cleanPicture, type PictureFile } from './clean-picture'
import { cropPicture } from './crop-picture'
import { derivePictures, type Derived, type DeriveRequest } from './derive-pictures'

/** What is done to pictures; wherever it is done. */
export interface Pictures {
  /** A picture as a desk keeps it, or null when it is so already. @throws DeskError when it is damaged or too large. */
  clean(file: PictureFile): Promise<Uint8Array | null>
  /** A part of a picture. @throws DeskError */
  crop(file: PictureFile, crop: Crop): Promise<Uint8Array>
  /** Makes the pictures derived from a file. @param signal Nobody waits for them any more. @throws when it can't be read. */
  derive(request: DeriveRequest, signal?: AbortSignal): Promise<Derived>
}

/** In this process: for jobs and commands, which have one of their own. */
export const picturesHere: Pictures = { clean: cleanPicture, crop: cropPicture, derive: derivePictures }
