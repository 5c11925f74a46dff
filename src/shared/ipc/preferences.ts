import { z } from 'zod'

/** How a person has the app set up on this computer. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Widths in CSS pixels. */
  sidebarWidth: z.number(),
  listWidth: z.number(),
  inspectorWidth: z.number(),
  sidebarShown: z.boolean(),
  inspectorShown: z.boolean(),
  inspectorTab: z.enum(['details', 'language', 'review', 'history', 'publish']),
  view: z.string(),
  lastStory: z.string().nullable(),
  outlineShown: z.boolean(),
  /** Only the text is shown, and all but the paragraph with the cursor is dimmed. */
  focusMode: z.boolean(),
  /** The line with the cursor stays in the middle of the window. */
  typewriter: z.boolean(),
  invisibles: z.boolean(),
  /** Quotes, dashes and ellipses are set as the story's language does while one types. */
  smartTypography: z.boolean(),
  /** Wrong words are marked while one writes. */
  spelling: z.boolean(),
  /** What the house style avoids, and other notes on the language, are marked in the text. */
  styleMarks: z.boolean(),
  /** Special characters, the last one inserted first. */
  recentCharacters: z.array(z.string().max(8)).max(24),
  /** Blocks by the command that makes them, the last one inserted first. */
  recentBlocks: z.array(z.string().max(40)).max(8),
})
export type Preferences = z.infer<typeof Preferences>
