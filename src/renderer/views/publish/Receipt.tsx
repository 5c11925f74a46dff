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
          <dt>Id there</dt>
          <dd>{receipt.remoteId}</dd>
          <dt>Address</dt>
          <dd>{receipt.url}</dd>
          <dt>Read back</dt>
          <dd>{fullDate(receipt.at)}</dd>
          <dt>Version there</dt>
          <dd>{receipt.remoteVersion}</dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{receipt.remoteHash}</code>
          </dd>
          <dt>Media</dt>
          <dd>
            {media.length === 0 ? (
              'none'
            ) : (
              <ul>
                {media.map(({ remoteId, url }) => (
                  <li key={remoteId}>{url}</li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
      </details>
    </>
  )
}
