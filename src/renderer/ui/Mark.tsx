/** Copydesk's sign: a page with its headline, and the tick of an approval. Decorative beside the name. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden>
      <rect x="2" y="2" width="44" height="44" rx="11" fill="var(--accent)" />
      <path d="M13 15h22M13 22h22" stroke="var(--on-accent)" strokeWidth="3.4" strokeLinecap="round" />
      <path d="M13 29h7" stroke="var(--on-accent)" strokeWidth="3.4" strokeLinecap="round" />
      <path d="m24 33 4.4 4.4L36 29.6" fill="none" stroke="var(--on-accent)" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
