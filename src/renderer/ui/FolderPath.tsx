import './folder.css'

/** A path that loses its start, not its end, where there is too little room. */
export function FolderPath({ path, className = '' }: { readonly path: string; readonly className?: string }) {
  return (
    <span className={`folder-path ${className}`} title={path}>
      <bdi dir="ltr">{path}</bdi>
    </span>
  )
}
