import { inWords, t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Field } from '../../domain/fields.ts'
import { changedWords, type Stretch } from '../changedWords.ts'
import type { KeyOption } from '../controls/control.ts'
import { Personal } from '../hiddenDetails.tsx'
import { MarkedText } from '../MarkedText.tsx'
import type { FieldChange } from './changes.ts'
import { useValueWords } from './useValueWords.ts'

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start', minWidth: 0 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '2px',
    margin: 0,
    '& dd': { margin: 0, minWidth: 0 },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
  first: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '12px',
    margin: '-6px 0',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  fold: { width: '100%', '& summary': { cursor: 'pointer', overflowWrap: 'anywhere' } },
})

/** Longer texts are folded. */
const short = 240

const wordCount = (stretches: readonly Stretch[], which: 'first' | 'second') =>
  stretches.filter(({ both }) => !both).flatMap((stretch) => stretch[which].split(/\s+/).filter(Boolean))
    .length

/** One field of an edit, from what to what. */
export const FieldChangeView = ({
  field,
  change,
  first,
  options,
  children,
}: {
  field: Field
  change: FieldChange
  /** Nothing is known from before. */
  first: boolean
  options: readonly KeyOption[]
  children: ReactNode
}) => {
  const styles = useStyles()
  const words = useValueWords(field, options)
  const [before, after] = [words(change.before), words(change.after)]
  if (first) {
    return (
      <dl className={styles.first}>
        <dt>{inWords(field.label)}</dt>
        <dd>
          <Personal>{after}</Personal>
        </dd>
      </dl>
    )
  }
  const stretches = changedWords(before, after)
  const sides = (
    <dl className={styles.sides}>
      <dt>{t`From`}</dt>
      <dd>
        <MarkedText stretches={stretches} which="first" />
      </dd>
      <dt>{t`To`}</dt>
      <dd>
        <MarkedText stretches={stretches} which="second" />
      </dd>
    </dl>
  )
  const long = before.length + after.length > short
  const count = (which: 'first' | 'second') => wordCount(stretches, which)
  return (
    <div className={styles.change}>
      <Text weight="medium">{inWords(field.label)}</Text>
      {long ? (
        <details className={styles.fold}>
          <summary>
            {first
              ? t`Show the text`
              : t`${count('second')} words new, ${count('first')} gone: show both texts`}
          </summary>
          {sides}
        </details>
      ) : (
        sides
      )}
      {children}
    </div>
  )
}
