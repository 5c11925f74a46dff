/** The field of the story that one is in; null in the text and elsewhere. */
export function fieldWithFocus(): string | null {
  const { activeElement } = document
  return activeElement?.closest<HTMLElement>('[data-story-field]')?.dataset['storyField'] ?? null
}
