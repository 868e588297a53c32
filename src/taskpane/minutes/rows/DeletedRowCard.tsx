import { inWords, t } from '../../../words/t.ts'
import { Button, mergeClasses, Text } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ArrowUndoRegular } from '@fluentui/react-icons'
import { useEffect, useId, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { DeletedRow } from '../../../documents/rows/deletedRows.ts'
import type { NewRow } from '../../../documents/rows/missingRows.ts'
import { changeRows } from '../../../host/wordRows.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { SignInButton } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { whyNotSaved, wordsOf } from '../../../ui/words.ts'
import type { Settled } from '../useReadBack.ts'
import { useRowCardStyles } from './rowCardStyles.ts'
import { Says } from './Says.tsx'

type State =
  | { readonly is: 'open' }
  | { readonly is: 'saving' }
  | { readonly is: 'kept' }
  | { readonly is: 'archived' }
  | { readonly is: 'putBack' }
  /** Word didn't take it: the table is another by now. */
  | { readonly is: 'moved' }
  | { readonly is: 'notSaved'; readonly trouble: Trouble; readonly of: 'archive' | 'putBack' }

const settledWords: Readonly<Record<'kept' | 'archived' | 'putBack', string>> = {
  kept: t`The record keeps it; this document goes without.`,
  archived: t`Archived: “Deleted in Word”.`,
  putBack: t`Back in the document.`,
}

/** A record whose row is gone from the document: whether it comes back, or goes from the record too. */
export const DeletedRowCard = ({
  row,
  rows,
  onNoted,
}: {
  row: DeletedRow
  /** The rows of its tables, as the document would have them. */
  rows: readonly NewRow[]
  onNoted: (texts: Settled) => void
}) => {
  const styles = useRowCardStyles()
  const { records } = useServices()
  const putStored = usePutStored()
  const say = useSay()
  const [state, setState] = useState<State>({ is: 'open' })
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const settled = state.is === 'kept' || state.is === 'archived' || state.is === 'putBack'
  useEffect(() => {
    if (settled && (!document.activeElement || document.activeElement === document.body))
      card.current?.focus()
  }, [settled])
  const { type, record } = row.place
  const archive = async () => {
    setState({ is: 'saving' })
    const store = records.store(type)
    try {
      const archived = await store.archive(record as never, 'Deleted in Word')
      putStored(type, archived)
      setState({ is: 'archived' })
      say(t`${inWords(type.label)} archived`, () => {
        void store
          .restore(archived)
          .then((back) => {
            putStored(type, back)
            setState({ is: 'kept' })
          })
          .catch((thrown: unknown) => setState({ is: 'notSaved', trouble: troubleOf(thrown), of: 'archive' }))
      })
    } catch (thrown) {
      setState({ is: 'notSaved', trouble: troubleOf(thrown), of: 'archive' })
    }
  }
  const putBack = async () => {
    setState({ is: 'saving' })
    try {
      const { added } = await changeRows({ add: rows })
      const texts = added.flatMap(({ cells }) =>
        cells.flatMap((cell) => ('bound' in cell ? [[cell.bound.tag, cell.bound.text] as const] : [])),
      )
      onNoted(new Map(texts))
      setState({ is: added.length > 0 ? 'putBack' : 'moved' })
    } catch (thrown) {
      setState({ is: 'notSaved', trouble: troubleOf(thrown), of: 'putBack' })
    }
  }
  const busy = state.is === 'saving'
  const head = (
    <div className={styles.head}>
      <Text as="h3" weight="semibold" className={styles.title} id={titleId}>
        {t`Deleted in Word:`} <Personal>{row.called}</Personal>
      </Text>
    </div>
  )
  if (state.is === 'kept' || state.is === 'archived' || state.is === 'putBack')
    return (
      <article
        ref={card}
        tabIndex={-1}
        className={mergeClasses(styles.card, styles.done)}
        aria-labelledby={titleId}
      >
        {head}
        <div className={styles.line}>
          {state.is !== 'kept' && <CheckmarkCircleRegular aria-hidden />}
          <Text>{settledWords[state.is]}</Text>
          {state.is === 'kept' && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUndoRegular />}
              onClick={() => setState({ is: 'open' })}
            >{t`Show again`}</Button>
          )}
        </div>
      </article>
    )
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      {head}
      <Says says={row.says} />
      {row.stays && <Text className={styles.quiet}>{row.stays}</Text>}
      {rows.length === 0 && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`Its table isn’t in the document any more: insert the minutes again to bring it back.`}</Text>
      )}
      {state.is === 'moved' && (
        <Text
          role="alert"
          className={styles.wrong}
        >{t`The table changed meanwhile. Read the document back again.`}</Text>
      )}
      {state.is === 'notSaved' && (
        <Text role="alert" className={styles.wrong}>
          {state.trouble.code === 'changed'
            ? t`Someone else changed this a moment ago. Read the document back again.`
            : state.of === 'putBack'
              ? wordsOf(state.trouble).todo
              : t`Not archived: ${whyNotSaved(state.trouble)}.`}
        </Text>
      )}
      <div className={styles.buttons}>
        {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInButton />}
        {rows.length > 0 && (
          <Button size="small" disabled={busy} onClick={() => void putBack()}>{t`Put it back`}</Button>
        )}
        {row.stays === null && (
          <Button size="small" disabled={busy} onClick={() => void archive()}>{t`Archive it`}</Button>
        )}
        <Button
          size="small"
          disabled={busy}
          onClick={() => setState({ is: 'kept' })}
        >{t`Leave it out here`}</Button>
      </div>
    </article>
  )
}
