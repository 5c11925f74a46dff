const pictureTypes = 'image/png,image/jpeg,image/gif,image/webp,image/avif'

/** Pictures that a person chose in the system's dialog; none when it was cancelled. */
export const choosePictures = (how: 'one' | 'several'): Promise<File[]> => choose(pictureTypes, how === 'several')

/** Files of any type that a person chose. */
export const chooseFiles = (how: 'one' | 'several', accept = ''): Promise<File[]> => choose(accept, how === 'several')

function choose(accept: string, multiple: boolean): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = multiple
  input.hidden = true
  // In the page, so that a test can find it.
  document.body.append(input)
  return new Promise((resolve) => {
    const settle = (files: File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => settle([...(input.files ?? [])]))
    input.addEventListener('cancel', () => settle([]))
    input.click()
  })
}
