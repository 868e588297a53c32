import { t } from '../../../words/t.ts'
import { Button, makeStyles, Spinner, Text } from '@fluentui/react-components'
import { whyNotSaved } from '../../../ui/words.ts'
import { type Adding, largest } from './useAddDocuments.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '4px 0 8px' },
})

const why = ({ file, trouble }: Adding): string =>
  file.size === 0
    ? t`The file is empty.`
    : file.size > largest
      ? t`The file is larger than 100 MB. Put it into the library in SharePoint, and note here where it is kept.`
      : t`Not kept: ${trouble ? whyNotSaved(trouble) : t`something went wrong`}.`

/** A file on its way into the library: working, or why it didn't get there. */
export const AddingLine = ({
  adding,
  onAgain,
  onGiveUp,
}: {
  adding: Adding
  onAgain: () => void
  onGiveUp: () => void
}) => {
  const styles = useStyles()
  const { file, state, trouble } = adding
  return (
    <div className={styles.line}>
      {state === 'failed' ? (
        <>
          <Text role="alert">
            {file.name}: {why(adding)}
          </Text>
          {trouble && <Button size="small" onClick={onAgain}>{t`Try again`}</Button>}
          <Button size="small" appearance="subtle" onClick={onGiveUp}>{t`Leave it out`}</Button>
        </>
      ) : (
        <Spinner size="tiny" label={state === 'working' ? t`Keeping ${file.name}` : t`${file.name} waits`} />
      )}
    </div>
  )
}
