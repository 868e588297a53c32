export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Text as XML holds it. */
export const safe = (text: string): string =>
  // Characters that XML has no place for are dropped.
  // eslint-disable-next-line no-control-regex
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const argb = (colour: string) => `FF${colour.replace('#', '')}`
