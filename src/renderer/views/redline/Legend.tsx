/** What the signs of a redline mean. */
export function Legend() {
  return (
    <div className="redline__legend" role="group" aria-label="Legend">
      <span className="redline__text">
        <ins>inserted</ins> <del>deleted</del> <ins className="redline__moved">moved here</ins> <del className="redline__moved">moved away</del> <span className="redline__reformatted">looks different</span>
      </span>
    </div>
  )
}
