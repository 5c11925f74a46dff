import type { StoryId } from '../../../shared/story/ids'
import { revisionId } from '../../../shared/story/revision'
import { describeAsset } from '../../store/assets'
import { parseRevision, storedRevisions } from '../../store/revisions'
import type { Desk } from '../desk'
import type { Findings } from './findings'
import type { Pace } from './pace'

const subject = 'Versions and their hashes'

/** Every version must be what its id says, of the story that it is kept for, with all its files. */
export async function checkRevisions({ db }: Desk, story: StoryId | null, findings: Findings, pace: Pace): Promise<void> {
  let done = 0
  for (const stored of storedRevisions(db, story)) {
    await pace(done, 0, 'Checking versions')
    done += 1
    findings.checked(subject)
    const revision = parseRevision(stored.json)
    if (revision === undefined) findings.fault(subject, `Version ${stored.id} of story ${stored.story} can’t be read.`)
    else if (revisionId(revision) !== stored.id) findings.fault(subject, `Version ${stored.id} of story ${stored.story} was changed: its content has another hash.`)
    else if (revision.story !== stored.story) findings.fault(subject, `Version ${stored.id} is kept for story ${stored.story}, but belongs to story ${revision.story}.`)
    for (const { hash, name } of revision?.assets ?? []) {
      if (describeAsset(db, hash) === undefined) findings.fault('Files and their hashes', `Version ${stored.id} uses the file ‘${name}’, which is not on the desk (${hash}).`)
    }
  }
}
