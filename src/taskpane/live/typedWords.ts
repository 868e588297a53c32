import { counted } from '../../domain/counted.ts'
import { t } from '../../words/t.ts'

/** `7 fields and 1 row typed in Word aren’t in the record yet`; without a full stop. */
export const typedWords = (fields: number, rows: number): string => {
  const [ofFields, ofRows] = [counted(fields, 'field'), counted(rows, 'row')]
  const what = fields === 0 ? ofRows : rows === 0 ? ofFields : t`${ofFields} and ${ofRows}`
  return fields + rows === 1
    ? t`${what} typed in Word isn’t in the record yet`
    : t`${what} typed in Word aren’t in the record yet`
}
