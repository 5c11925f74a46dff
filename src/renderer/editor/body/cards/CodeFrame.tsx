import type { CardProps } from '../node-cards'
import { text } from './attribute-values'

/** Languages that a code block can name; any other that it has stays. */
const languages: readonly (readonly [id: string, name: string])[] = [
  ['', 'Plain text'],
  ['bash', 'Shell'],
  ['css', 'CSS'],
  ['csv', 'CSV'],
  ['html', 'HTML'],
  ['javascript', 'JavaScript'],
  ['json', 'JSON'],
  ['markdown', 'Markdown'],
  ['python', 'Python'],
  ['r', 'R'],
  ['sql', 'SQL'],
  ['typescript', 'TypeScript'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
]

/** What language the code is in. */
export function CodeFrame({ node, choose }: CardProps) {
  const language = text(node.attrs['language'])
  const known = languages.some(([id]) => id === language)
  return (
    <select className="code-block__language" aria-label="Language of the code" value={language} onChange={(event) => choose({ language: event.target.value === '' ? null : event.target.value })}>
      {languages.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {!known && <option value={language}>{language}</option>}
    </select>
  )
}
