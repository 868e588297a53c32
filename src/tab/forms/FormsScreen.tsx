import { t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { View } from '../../domain/records/view.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { allOf, useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { FormColumns } from './FormColumns.tsx'
import { FormFile } from './FormFile.tsx'
import { FormRows } from './FormRows.tsx'
import { type Known, useForms } from './useForms.ts'
import { useAllWaiting } from './useWaiting.ts'
import { WaitingRows } from './WaitingRows.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '1100px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Brings the answers of a Microsoft Forms export, or of pasted cells, into the pupils’ records word for word. */
export const FormsScreen = () => {
  const services = useServices()
  // Archived ones too: what was taken off on purpose isn’t brought in again.
  const views = useQuery({
    queryKey: [...allOf(services, View).queryKey, 'with archived'],
    queryFn: () => services.records.store(View).allWithArchived(),
    staleTime: 0,
  })
  return (
    <Page title={t`Answers from a form`}>
      <Loaded queries={[useAll(Pupil), useAll(Review), views, useAllWaiting()]} shape={<Waiting />}>
        {(pupils, reviews, known, waiting) => (
          <>
            <Unreadable listings={[waiting]} />
            <Answers
              pupils={pupils.records}
              reviews={reviews.records}
              views={known.records}
              waiting={waiting.records}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const storedWords = (count: number) =>
  count === 1 ? t`1 answer is stored.` : t`${count} answers are stored.`

/** `Store 2 answers and keep 1 row for later`. */
const storeWords = (fresh: number, toKeep: number): string => {
  const store = fresh === 1 ? t`Store 1 answer` : t`Store ${fresh} answers`
  const keep = t`${toKeep} ${toKeep === 1 ? 'row' : 'rows'} for later`
  return toKeep === 0 ? store : fresh === 0 ? t`Keep ${keep}` : t`${store} and keep ${keep}`
}

const Answers = (known: Known) => {
  const styles = useStyles()
  const forms = useForms(known)
  const { loaded, settings, plan, results, progress } = forms
  if (!loaded || !settings)
    return (
      <div className={styles.all}>
        <FormFile why={forms.why} onFile={forms.choose} onPaste={forms.paste} />
        <WaitingRows {...known} />
      </div>
    )
  const fresh = plan.reduce(
    (sum, { match, answers, trouble }) =>
      sum + (match.is === 'matched' && !trouble ? answers.filter(({ state }) => state === 'new').length : 0),
    0,
  )
  const unmatched = plan.filter(({ match }) => match.is === 'unmatched').length
  const toKeep = plan.filter(
    ({ match, answers, trouble }) =>
      match.is === 'unmatched' && !trouble && answers.some(({ state }) => state === 'new'),
  ).length
  return (
    <div className={styles.all}>
      {loaded.table.notes?.map((note) => (
        <MessageBar key={note} intent="warning" layout="multiline">
          <MessageBarBody>{note}.</MessageBarBody>
        </MessageBar>
      ))}
      {!results && <FormColumns forms={forms} table={loaded.table} settings={settings} />}
      {results && (
        <MessageBar
          intent={[...results.values()].some(({ trouble }) => trouble) ? 'warning' : 'success'}
          layout="multiline"
        >
          <MessageBarBody>
            {storedWords([...results.values()].reduce((sum, { stored }) => sum + stored, 0))}
            {unmatched > 0 &&
              t` ${unmatched} ${unmatched === 1 ? t`row matches` : t`rows match`} nobody yet: kept word for word, here and under “Answers from a form”, until you say whose ${unmatched === 1 ? t`it is` : t`they are`}.`}
          </MessageBarBody>
        </MessageBar>
      )}
      <FormRows forms={forms} plan={plan} pupils={known.pupils} views={known.views} />
      <div className={styles.bar}>
        <Button
          appearance="primary"
          disabled={fresh + toKeep === 0 || progress !== null}
          onClick={() => void forms.store()}
        >
          {progress ? t`Storing ${progress.done} of ${progress.of}` : storeWords(fresh, toKeep)}
        </Button>
        <Button disabled={progress !== null} onClick={forms.again}>{t`Another file`}</Button>
        {fresh + toKeep === 0 && !results && (
          <Text className={styles.quiet}>{t`Nothing new: all of it is stored, kept or left out.`}</Text>
        )}
      </div>
    </div>
  )
}
