import type { StoryStatus } from '@shared/ipc'
import { useApp } from '../../app/app-store'
import { SentAndReceived } from '../packets/SentAndReceived'
import { Clearances } from './clearances/Clearances'
import { Comments } from './Comments'
import { Decision } from './Decision'
import { Suggestions } from './suggestions/Suggestions'
import { WhatChanged } from './WhatChanged'

/** Where the review stands, what changed, and what is being said about it. */
export function ReviewPanel({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  if (desk === null) return null
  return (
    <>
      <Decision status={status} desk={desk} />
      <Clearances status={status} />
      <SentAndReceived story={status.id} />
      <Suggestions desk={desk} />
      <Comments />
      <WhatChanged status={status} />
    </>
  )
}
