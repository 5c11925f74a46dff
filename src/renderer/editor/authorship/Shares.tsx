import './authorship.css'
import type { Share } from '@shared/history/blame'
import { useApp } from '../../app/app-store'
import { shareTitle } from './author-words'

/** Who wrote how much, each in their colour. */
export function Shares({ shares, colours }: { readonly shares: readonly Share[]; readonly colours: ReadonlyMap<string, number> }) {
  const desk = useApp((state) => state.desk)
  if (desk === null) return null
  return (
    <ul className="shares">
      {shares.map((share) => (
        <li key={`${share.by} ${share.imported} ${share.day}`} className="shares__one">
          <span className="shares__colour" aria-hidden data-colour={share.by === null || share.imported ? undefined : colours.get(share.by)} />
          <span dir="auto">{shareTitle(share, desk)}</span>
          <span className="shares__percent">{share.percent === 0 && share.letters > 0 ? '< 1%' : `${share.percent}%`}</span>
        </li>
      ))}
    </ul>
  )
}
