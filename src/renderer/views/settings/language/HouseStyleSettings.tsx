import './language-settings.css'
import { preferredText, type StyleTerm } from '@shared/style/term'
import { BookOpenCheck, Download, Plus, Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { call } from '../../../app/bridge'
import { followDeskLanguage, useDeskLanguage } from '../../../editor/proofing/desk-language'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { failureOf } from '../../../ui/failure'
import { complain, inform } from '../../../ui/notices'
import { exportList, importList } from './exchange'
import { languageLabel, useIsAdmin } from './languages'
import { TermDialog } from './TermDialog'

type Editing = { readonly what: 'new' } | { readonly what: 'change'; readonly term: StyleTerm }

/** The house style as a list of terms. */
export function HouseStyleSettings() {
  useEffect(followDeskLanguage, [])
  const terms = useDeskLanguage((state) => state.terms)
  const [editing, setEditing] = useState<Editing | null>(null)
  const unavailable = useIsAdmin() ? '' : 'Only an admin can change the house style.'
  const save = async (next: readonly StyleTerm[]): Promise<boolean> => {
    try {
      await call('language.updateTerms', { terms: [...next] })
      return true
    } catch (error) {
      complain(failureOf(error))
      return false
    }
  }
  return (
    <div className="settings__form">
      <div className="desk-words__head">
        <Button icon={Plus} unavailable={unavailable} onClick={() => setEditing({ what: 'new' })}>
          Add term
        </Button>
        <span className="desk-words__space" />
        <Button icon={Upload} unavailable={unavailable} onClick={() => void importList('terms')}>
          Import…
        </Button>
        <Button icon={Download} unavailable={terms.length === 0 && 'There are no terms yet.'} onClick={() => void exportList('terms')}>
          Export…
        </Button>
      </div>
      {terms.length === 0 ? (
        <Empty
          icon={BookOpenCheck}
          title="No terms yet"
          actions={
            <Button unavailable={unavailable} onClick={() => void addStarting()}>
              Add a small list to begin with
            </Button>
          }
        >
          Each term says which words to avoid, what to write instead, and why. The text marks them and offers the fix.
        </Empty>
      ) : (
        <ul className="style-terms" aria-label="Terms of the house style">
          {terms.map((term) => (
            <Term key={term.id} term={term} unavailable={unavailable} onChange={() => setEditing({ what: 'change', term })} onRemove={() => void save(terms.filter(({ id }) => id !== term.id))} />
          ))}
        </ul>
      )}
      {editing && (
        <TermDialog
          {...(editing.what === 'change' && { term: editing.term })}
          onClose={() => setEditing(null)}
          onSave={async (term) => {
            const next = editing.what === 'new' ? [...terms, term] : terms.map((other) => (other.id === term.id ? term : other))
            if (await save(next)) setEditing(null)
          }}
        />
      )}
    </div>
  )
}

async function addStarting(): Promise<void> {
  try {
    inform(`${await call('language.addStartingTerms')} terms were added. Change them as you like.`)
  } catch (error) {
    complain(failureOf(error))
  }
}

function Term({ term, unavailable, onChange, onRemove }: { readonly term: StyleTerm; readonly unavailable: string; readonly onChange: () => void; readonly onRemove: () => void }) {
  const { avoid, prefer, why, language } = term
  return (
    <li className="style-term" aria-label={avoid}>
      <div className="style-term__what">
        <span className="style-term__avoid">
          <bdi>{avoid}</bdi>
          <span className="desk-word__language">{languageLabel(language)}</span>
        </span>
        <span className="style-term__prefer" dir="auto">
          {prefer.length === 0 ? 'Say it in other words' : prefer.map(preferredText).join(' · ')}
        </span>
        {why !== '' && (
          <span className="style-term__why" dir="auto">
            {why}
          </span>
        )}
      </div>
      <div className="style-term__do">
        <Button size="small" unavailable={unavailable} aria-label={`Change ‘${avoid}’`} onClick={onChange}>
          Change…
        </Button>
        <Button size="small" look="quiet" unavailable={unavailable} aria-label={`Remove ‘${avoid}’`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  )
}
