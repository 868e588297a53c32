import { type Drawing, drawingSize } from '../documents/drawings.ts'

/** A drawing on the screen or on paper; `alone`: nothing beside it says the same, so it is read aloud. */
export const Drawn = ({ of, size, alone = false }: { of: Drawing; size: number; alone?: boolean }) => (
  <svg
    width={size}
    height={size}
    viewBox={`0 0 ${drawingSize} ${drawingSize}`}
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    {...(alone ? { role: 'img', 'aria-label': of.alt } : { 'aria-hidden': true })}
  >
    {of.lines.map(({ path, filled }) => (
      <path key={path} d={path} fill={filled ? 'currentColor' : 'none'} />
    ))}
  </svg>
)
