import type { CSSProperties } from 'react'

/** Fluent’s sizes of type, raised so that a shared screen is read from across a room: text is 20 px. */
export const largeType = {
  '--fontSizeBase200': '16px',
  '--lineHeightBase200': '22px',
  '--fontSizeBase300': '20px',
  '--lineHeightBase300': '28px',
  '--fontSizeBase400': '22px',
  '--lineHeightBase400': '30px',
  '--fontSizeBase500': '26px',
  '--lineHeightBase500': '34px',
  fontSize: '20px',
  lineHeight: '28px',
} as CSSProperties
