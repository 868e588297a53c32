import { t } from '../../words/t.ts'

const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** `7 fields and 1 row typed in Word aren’t in the record yet`; without a full stop. */
export const typedWords = (fields: number, rows: number): string => {
  const what = [...(fields ? [counted(fields, 'field')] : []), ...(rows ? [counted(rows, 'row')] : [])]
  return t`${what.join(' and ')} typed in Word ${fields + rows === 1 ? 'isn’t' : 'aren’t'} in the record yet`
}
