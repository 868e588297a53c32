import { lazy, Suspense } from 'react'
import type { AnyRecordType } from '../../domain/record.ts'
import { kindOf, type ValueOf } from '../../domain/wording/kindOf.ts'

const Marks = lazy(async () => ({ default: (await import('./Marks.tsx')).Marks }))

/** What the wording checker marks in a field's text, under the field; nothing for fields that it has no rule for. */
export const WordingMarks = ({
  type,
  name,
  label,
  valueOf,
  record,
}: {
  type: AnyRecordType
  name: string
  label: string
  valueOf: ValueOf
  /** The record's key, or what stands for one that isn't stored yet. */
  record: string
}) => {
  const kind = kindOf(type, name, valueOf)
  const text = valueOf(name)
  if (!kind || (text !== null && typeof text !== 'string')) return null
  return (
    <Suspense fallback={null}>
      <Marks
        type={type}
        kind={kind}
        text={text ?? ''}
        label={label}
        valueOf={valueOf}
        id={`${record}.${name}`}
      />
    </Suspense>
  )
}
