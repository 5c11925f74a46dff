import type { Role } from '../../shared/workflow/member'

/** The people of the sample desk. */
export const samplePeople = {
  amina: { name: 'Amina Okafor', roles: ['writer', 'admin'] },
  tomas: { name: 'Tomás Herrera', roles: ['writer', 'reviewer'] },
  leila: { name: 'Leila Haddad', roles: ['writer', 'publisher'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>
export type SamplePerson = keyof typeof samplePeople

/** One step in the life of a sample story. Days are counted from the day on which the desk is made. */
export type SampleStep =
  | { readonly does: 'submit'; readonly note: string; readonly reviewers?: readonly SamplePerson[]; readonly dueInDays?: number }
  | { readonly does: 'approve'; readonly note: string }
  | { readonly does: 'requestChanges'; readonly reason: string }
  | { readonly does: 'comment'; readonly text: string; readonly quote: string }
  | { readonly does: 'addParagraph'; readonly text: string }
  | { readonly does: 'schedule'; readonly inDays: number }
  | { readonly does: 'archive' }

export interface SampleStory {
  /** Its text, in the folder of the sample. */
  readonly file: string
  readonly by: SamplePerson
  readonly steps: readonly (SampleStep & { readonly who: SamplePerson })[]
}

/** What the sample desk tells: every kind of story once at least, in every state that work by three people can reach. The last one is on top of the list. */
export const sampleStories: readonly SampleStory[] = [
  { file: 'exchange-2025.md', by: 'amina', steps: [{ who: 'amina', does: 'archive' }] },
  {
    file: 'who-crosses-the-bridge.md',
    by: 'tomas',
    steps: [
      { who: 'tomas', does: 'submit', note: 'The institute has agreed to the headline.' },
      { who: 'amina', does: 'approve', note: 'Origin and note are complete.' },
    ],
  },
  {
    file: 'ferry-queue.md',
    by: 'leila',
    steps: [
      { who: 'leila', does: 'submit', note: '' },
      { who: 'tomas', does: 'approve', note: '' },
    ],
  },
  { file: 'newsletter-winter-2026.md', by: 'amina', steps: [] },
  { file: 'desk-checklist.md', by: 'leila', steps: [] },
  { file: 'solvag-years.md', by: 'amina', steps: [] },
  {
    file: 'small-ports-partnership.md',
    by: 'amina',
    steps: [
      { who: 'amina', does: 'submit', note: 'Samuel Adeyemi has confirmed his quotation.', reviewers: ['tomas'] },
      { who: 'tomas', does: 'approve', note: 'Good to go.' },
      { who: 'amina', does: 'addParagraph', text: 'A first meeting for interested towns is planned for 14 January 2027, online.' },
    ],
  },
  {
    file: 'cala-blava-puertos.md',
    by: 'leila',
    steps: [
      { who: 'leila', does: 'submit', note: 'La versión catalana llega mañana.', reviewers: ['tomas'] },
      { who: 'tomas', does: 'approve', note: '' },
      { who: 'leila', does: 'schedule', inDays: 7 },
    ],
  },
  {
    file: 'readout-sao-bras.md',
    by: 'amina',
    steps: [
      { who: 'amina', does: 'submit', note: 'Figures are from the ferry company.', reviewers: ['tomas'], dueInDays: 2 },
      { who: 'tomas', does: 'comment', quote: 'some 3,100 people', text: 'Is this per day or in all? The table that I was sent says 3,100 season tickets.' },
      { who: 'tomas', does: 'requestChanges', reason: 'Please say what the 3,100 counts, and name the two employers’ associations.' },
    ],
  },
  { file: 'bayan-majlis-mudun-al-mawani.md', by: 'leila', steps: [{ who: 'leila', does: 'submit', note: 'راجعت الترجمة مع مكتب نهر الساحل.', reviewers: ['amina'], dueInDays: 4 }] },
  { file: 'first-month.md', by: 'tomas', steps: [{ who: 'tomas', does: 'submit', note: 'The second footnote is new since Friday.', reviewers: ['amina'], dueInDays: 1 }] },
  {
    file: 'welcoming-harbours-2026.md',
    by: 'amina',
    steps: [
      { who: 'amina', does: 'submit', note: 'The PDF is the printed version.', reviewers: ['tomas'] },
      { who: 'tomas', does: 'approve', note: 'Checked against the report, page by page.' },
    ],
  },
  {
    file: 'first-contact-desks.md',
    by: 'amina',
    steps: [
      { who: 'amina', does: 'submit', note: 'Embargo is lifted; the mayor’s office has seen the quotation.', reviewers: ['tomas'] },
      { who: 'tomas', does: 'approve', note: 'All figures agree with the report.' },
    ],
  },
]
