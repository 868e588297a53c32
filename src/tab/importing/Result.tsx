import { t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { type ImportResult, resultCsv } from '../../importing/index.ts'
import { SignInButton } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { wordsOf } from '../../ui/words.ts'
import { useGo } from '../routes.ts'
import { csvBytes } from './Preview.tsx'
import { RowsNotTaken } from './RowsNotTaken.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
})

/** What became of the import; where it ended early, the button that goes on. */
export const Result = ({
  name,
  result,
  onGoOn,
  onAgain,
  job,
}: {
  name: string
  result: ImportResult
  /** Null where it can't be gone on with. */
  onGoOn: (() => void) | null
  onAgain: () => void
  job: string
}) => {
  const styles = useStyles()
  const { download } = useServices()
  const { go } = useGo()
  const { counts, ended, rows } = result
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  const why =
    ended === 'stopped'
      ? { title: onGoOn ? t`The import is paused` : t`You stopped the import`, todo: '' }
      : ended && wordsOf(ended.trouble)
  return (
    <>
      <Text
        as="h2"
        size={500}
        weight="semibold"
        style={{ margin: 0 }}
      >{t`${showCount(counts.stored)} stored, ${showCount(counts.unchanged)} unchanged, ${showCount(counts.refused)} refused`}</Text>
      {why && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`${why.title}. ${why.todo} ${showCount(counts.notReached)} rows were not reached.${
            onGoOn
              ? t` Go on when you are ready: nothing is stored twice.`
              : t` Import the file again for the rest: nothing is stored twice.`
          }`}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {ended && ended !== 'stopped' && ended.trouble.code === 'signedOut' && <SignInButton />}
        {ended && onGoOn && <Button appearance="primary" onClick={onGoOn}>{t`Go on with the import`}</Button>}
        {!ended && (
          <Button
            appearance="primary"
            onClick={() => go({ at: 'register', query: new URLSearchParams() })}
          >{t`Open the register`}</Button>
        )}
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            download(t`Report ${name.replace(/\.[^.]*$/, '')}.csv`, csvBytes(resultCsv(rows)), 'text/csv')
          }
        >{t`Download the report`}</Button>
        <Button onClick={() => go({ at: 'records', section: 'jobs', key: job })}>{t`Open the job`}</Button>
        <Button onClick={onAgain}>{t`Import another file`}</Button>
      </div>
      <RowsNotTaken
        title={t`Not stored`}
        rows={refused}
        more={(left) => t`And ${left} more: the report has all of them.`}
      />
    </>
  )
}
