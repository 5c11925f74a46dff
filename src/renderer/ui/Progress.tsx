import './progress.css'

/** How far a piece of long work is. */
export function Progress({ done, total, label }: { readonly done: number; readonly total: number; readonly label: string }) {
  const percent = total > 0 ? Math.min(100, (done / total) * 100) : 0
  return (
    <div className="progress">
      <div className="progress__bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
        <div className="progress__done" style={{ width: `${percent}%` }} />
      </div>
      <span className="progress__text">
        {label} {total > 0 && `· ${done} of ${total}`}
      </span>
    </div>
  )
}
