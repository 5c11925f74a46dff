import type { Receipt as ReceiptValue } from '@shared/publishing'
import { fullDate } from '../../ui/dates'

/** What a target answered, and what was read back from it. */
export function Receipt({ receipt }: { readonly receipt: ReceiptValue }) {
  const media = Object.values(receipt.media)
  return (
    <>
      {receipt.remarks.length > 0 && (
        <ul className="publish__remarks" aria-label="Remarks">
          {receipt.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <details className="publish__receipt">
        <summary>Receipt</summary>
        <dl>
          <dt>Read back</dt>
          <dd>{fullDate(receipt.at)}</dd>
          <dt>Address</dt>
          <OneLine>{receipt.url}</OneLine>
          {media.length > 0 && (
            <>
              <dt>Media</dt>
              <dd>
                <ul>
                  {media.map(({ remoteId, url }) => (
                    <li key={remoteId} className="publish__one-line" title={url}>
                      {url}
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
        <dl className="publish__evidence">
          <dt>Id there</dt>
          <OneLine>{receipt.remoteId}</OneLine>
          {receipt.remoteVersion !== '' && (
            <>
              <dt>Version there</dt>
              <OneLine>{receipt.remoteVersion}</OneLine>
            </>
          )}
          <dt>SHA-256</dt>
          <OneLine>{receipt.remoteHash}</OneLine>
        </dl>
      </details>
    </>
  )
}

/** Evidence is compared and copied, hardly read: it takes one line, is whole in its title, and one click selects all of it. */
function OneLine({ children }: { readonly children: string }) {
  return (
    <dd className="publish__one-line" title={children}>
      {children}
    </dd>
  )
}
