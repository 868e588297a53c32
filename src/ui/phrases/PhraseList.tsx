import { t } from '../../words/t.ts'
import { makeStyles, SearchBox, Text, tokens, useArrowNavigationGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { Phrase } from '../../domain/records/phrase.ts'
import { phrasesFor } from '../../domain/rules/phrases.ts'
import { Loaded } from '../Loaded.tsx'
import { useAll } from '../records.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '10px' },
  search: { maxWidth: 'none' },
  list: { display: 'flex', flexDirection: 'column' },
  heading: { margin: '8px 0 2px', color: tokens.colorNeutralForeground2 },
  phrase: {
    font: 'inherit',
    textAlign: 'left',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    ':hover': {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})
/** More than anybody reads through: typing finds the rest. */
const most = 60

const focus = (search: HTMLInputElement | null) => search?.focus()

/** The school’s own phrases, narrowed by typing; Enter takes the first. */
export const PhraseList = ({ field, onPhrase }: { field: string; onPhrase: (text: string) => void }) => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const arrows = useArrowNavigationGroup({ axis: 'vertical' })
  return (
    <Loaded queries={[useAll(Phrase)]} shape={<Text>{t`Reading the phrases`}</Text>}>
      {({ records }) => {
        if (records.length === 0)
          return (
            <Text
              className={styles.quiet}
            >{t`Your school has no phrases yet. Add sentences that you often need under School, Phrases.`}</Text>
          )
        const found = phrasesFor(records, typed, field)
        return (
          <div className={styles.all}>
            <SearchBox
              dismiss={{ 'aria-label': t`clear` }}
              className={styles.search}
              aria-label={t`Search the phrases`}
              placeholder={t`Search`}
              ref={focus}
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !found[0]) return
                event.preventDefault()
                onPhrase(found[0].text)
              }}
            />
            <div className={styles.list} {...arrows}>
              {found.slice(0, most).map((phrase, i, all) => (
                <span key={phrase.key} style={{ display: 'contents' }}>
                  {phrase.heading && phrase.heading !== all[i - 1]?.heading && (
                    <Text size={200} weight="semibold" className={styles.heading}>
                      {phrase.heading}
                    </Text>
                  )}
                  <button type="button" className={styles.phrase} onClick={() => onPhrase(phrase.text)}>
                    {phrase.text}
                  </button>
                </span>
              ))}
              {found.length === 0 && <Text className={styles.quiet}>{t`No phrase has these words.`}</Text>}
              {found.length > most && (
                <Text className={styles.quiet}>{t`${found.length - most} more: type to find them.`}</Text>
              )}
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}
