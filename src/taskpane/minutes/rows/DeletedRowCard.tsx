import { Button, mergeClasses, Text } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ArrowUndoRegular } from '@fluentui/react-icons'
import { useEffect, useId, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { DeletedRow } from '../../../documents/rows/deletedRows.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { SignInButton } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useRowCardStyles } from './rowCardStyles.ts'
import { Says } from './Says.tsx'

type State =
  | { readonly is: 'open' }
  | { readonly is: 'saving' }
  | { readonly is: 'kept' }
  | { readonly is: 'archived' }
  | { readonly is: 'notSaved'; readonly trouble: Trouble }

/** A record whose row is gone from the document: whether it goes from the record too. */
export const DeletedRowCard = ({ row }: { row: DeletedRow }) => {
  const styles = useRowCardStyles()
  const { records } = useServices()
  const putStored = usePutStored()
  const say = useSay()
  const [state, setState] = useState<State>({ is: 'open' })
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const settled = state.is === 'kept' || state.is === 'archived'
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
      say(`${type.label} archived`, () => {
        void store
          .restore(archived)
          .then((back) => {
            putStored(type, back)
            setState({ is: 'kept' })
          })
          .catch((thrown: unknown) => setState({ is: 'notSaved', trouble: troubleOf(thrown) }))
      })
    } catch (thrown) {
      setState({ is: 'notSaved', trouble: troubleOf(thrown) })
    }
  }
  const head = (
    <div className={styles.head}>
      <Text as="h3" weight="semibold" className={styles.title} id={titleId}>
        Deleted in Word: <Personal>{row.called}</Personal>
      </Text>
    </div>
  )
  if (settled)
    return (
      <article
        ref={card}
        tabIndex={-1}
        className={mergeClasses(styles.card, styles.done)}
        aria-labelledby={titleId}
      >
        {head}
        <div className={styles.line}>
          {state.is === 'archived' ? (
            <>
              <CheckmarkCircleRegular aria-hidden />
              <Text>Archived: “Deleted in Word”.</Text>
            </>
          ) : (
            <>
              <Text>The record keeps it. Update puts it back into the document.</Text>
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUndoRegular />}
                onClick={() => setState({ is: 'open' })}
              >
                Show again
              </Button>
            </>
          )}
        </div>
      </article>
    )
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      {head}
      <Says says={row.says} />
      {row.stays && <Text className={styles.quiet}>{row.stays}</Text>}
      {state.is === 'notSaved' && (
        <Text role="alert" className={styles.wrong}>
          {state.trouble.code === 'changed'
            ? 'Someone else changed this a moment ago. Read the document back again.'
            : `Not archived: ${whyNotSaved(state.trouble)}.`}
        </Text>
      )}
      <div className={styles.buttons}>
        {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInButton />}
        <Button size="small" disabled={state.is === 'saving'} onClick={() => setState({ is: 'kept' })}>
          Keep in the record
        </Button>
        {row.stays === null && (
          <Button size="small" disabled={state.is === 'saving'} onClick={() => void archive()}>
            {state.is === 'saving' ? 'Saving' : 'Archive it'}
          </Button>
        )}
      </div>
    </article>
  )
}
