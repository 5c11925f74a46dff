/** A type of file that a desk takes. */
export interface AssetType {
  readonly mime: string
  /** File name endings; the first is given to a name that has another. */
  readonly endings: readonly [string, ...string[]]
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** Pictures that browsers show and that carry no script, and the documents that people attach. */
export const assetTypes: readonly AssetType[] = [
  { mime: 'image/png', endings: ['png'] },
  { mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'] },
  { mime: 'image/gif', endings: ['gif'] },
  { mime: 'image/webp', endings: ['webp'] },
  { mime: 'image/avif', endings: ['avif'] },
  { mime: 'application/pdf', endings: ['pdf'] },
  { mime: `${openXml}.wordprocessingml.document`, endings: ['docx'] },
  { mime: `${openXml}.spreadsheetml.sheet`, endings: ['xlsx'] },
  { mime: `${openXml}.presentationml.presentation`, endings: ['pptx'] },
  { mime: `${openDocument}.text`, endings: ['odt'] },
  { mime: `${openDocument}.spreadsheet`, endings: ['ods'] },
  { mime: `${openDocument}.presentation`, endings: ['odp'] },
  { mime: 'application/epub+zip', endings: ['epub'] },
  { mime: 'application/zip', endings: ['zip'] },
]
