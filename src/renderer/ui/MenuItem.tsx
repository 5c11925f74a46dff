import { DropdownMenu } from 'radix-ui'

/** A line of a menu that is put together by hand, with the keys that do the same. */
export function MenuItem({ label, keys, onSelect }: { readonly label: string; readonly keys?: string | undefined; readonly onSelect: () => void }) {
  return (
    <DropdownMenu.Item className="menu__item" onSelect={onSelect}>
      {label}
      {keys && <kbd>{keys}</kbd>}
    </DropdownMenu.Item>
  )
}
