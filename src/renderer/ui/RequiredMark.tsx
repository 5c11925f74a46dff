/** The star behind the label of what can’t be left out; screen readers are told by the control itself. */
export function RequiredMark() {
  return (
    <span className="field__required" aria-hidden>
      {' *'}
    </span>
  )
}
