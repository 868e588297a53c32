import { t } from '../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Draft } from './draft/types.ts'
import { Personal } from './hiddenDetails.tsx'
import { useServices } from './services.tsx'
import { whenWords } from './when.ts'

const useStyles = makeStyles({
  note: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', marginTop: '4px' },
  words: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', flexBasis: '100%' },
})

/** Says that text of a field comes from an earlier visit, and lets the person store it or let it go. */
export const FoundNote = ({
  name,
  draft,
  onChosen,
}: {
  name: string
  draft: Draft
  onChosen: () => void
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const found = draft.foundOf(name)
  if (!found) return null
  const state = draft.stateOf(name).is
  const when = found.at ? ` ${whenWords(new Date(found.at), today())}` : ' earlier'
  const act = (work: () => void) => () => {
    work()
    onChosen()
  }
  return (
    <div className={styles.note}>
      <output>
        <Text size={200} className={styles.words}>{t`You typed this${when} and it isn’t stored yet.`}</Text>
      </output>
      {!found.inField && (
        <Text className={styles.text}>
          <Personal>{found.typed || t`Nothing: you had emptied the field.`}</Personal>
        </Text>
      )}
      {(state === 'found' || !found.inField) && (
        <Button size="small" onClick={act(() => draft.useFound(name))}>
          {found.inField ? t`Store it` : t`Use it instead`}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        onClick={act(() => draft.dropFound(name))}
      >{t`Let it go`}</Button>
    </div>
  )
}
