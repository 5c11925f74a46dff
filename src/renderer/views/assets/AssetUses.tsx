import type { AssetUse } from '@shared/assets/library'
import { showStory, showView, useApp } from '../../app/app-store'
import { StateChip } from '../../ui/StateChip'
import { usesInWords } from './AssetGrid'
import { leaveLibrary } from './choose-asset'
import { inFigures } from '@shared/figures'

/** The stories that have a file: each leads there, and says when only what was approved or published has it. */
export function AssetUses({ uses, stories, earlier }: { readonly uses: readonly AssetUse[]; readonly stories: number; readonly earlier: number }) {
  return (
    <section className="asset-uses" aria-label="Where it is used">
      <h4 className="asset-uses__title">{capitalised(usesInWords(stories))}</h4>
      <ul>
        {uses.map((use) => (
          <li key={use.story}>
            <button type="button" className="asset-uses__story" onClick={() => open(use)}>
              <span className="asset-uses__headline" dir="auto">
                {use.headline || 'Untitled'}
              </span>
              <span className="asset-uses__facts">
                <StateChip state={use.state} />
                {onlyIn(use)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {stories > uses.length && <p className="asset-uses__more">And {inFigures(stories - uses.length)} more.</p>}
      {earlier > 0 && <p className="asset-uses__more">{earlier === 1 ? 'An earlier version of one more story has it.' : `Earlier versions of ${inFigures(earlier)} more stories have it.`}</p>}
    </section>
  )
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Where a story has a file that it has no longer as it stands. */
function onlyIn({ now, approved, published, evidence }: AssetUse): string {
  if (now) return ''
  if (!approved && !published && evidence === true) return 'only as the evidence of a clearance'
  if (approved && published) return 'only as approved and published'
  return approved ? 'only as approved' : 'only as published'
}

function open({ story, state }: AssetUse): void {
  leaveLibrary()
  if (state === 'archived') showView('archived')
  else if (useApp.getState().view !== 'all') showView('all')
  showStory(story)
}
