import { t } from '../../../words/t.ts'
import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { showCount } from '../../../domain/counted.ts'
import type { FoundDocument } from '../../../export/copyDocuments.ts'
import type { PackChoices, TransferFile } from '../../../export/transfer/transferFile.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', width: '100%' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' },
  look: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '6px 0' },
  said: { display: 'block', paddingLeft: '32px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})
/** Words of an entry that are shown to decide on it; the rest is in the record. */
const shown = 400

/** What goes into a pack by list, what a person decides on, and what stays with why. */
export const PackParts = ({
  file,
  documents,
  choices,
  onChoose,
}: {
  file: TransferFile
  documents: readonly FoundDocument[]
  choices: PackChoices
  onChoose: (next: PackChoices) => void
}) => {
  const styles = useStyles()
  return (
    <div className={styles.part}>
      <div>
        <Text as="h3" weight="semibold" className={styles.title}>{t`What goes`}</Text>
        <ul className={styles.list}>
          {file.lists.map(({ type, records }) => (
            <li key={type.name}>
              <Text>{t`${type.list}: ${showCount(records.length)}`}</Text>
            </li>
          ))}
        </ul>
      </div>
      {file.toLookAt.length > 0 && (
        <div role="group" aria-label={t`To look at first`}>
          <Text as="h3" weight="semibold" className={styles.title}>{t`To look at first`}</Text>
          <Text block className={styles.quiet}>
            {t`These may be about another child, or hold a word that your school looks at first. Ticked goes, unticked stays.`}
          </Text>
          {file.toLookAt.map((one) => (
            <div key={one.id} className={styles.look}>
              <Checkbox
                label={t`${one.list}, ${one.label}: ${one.why}`}
                checked={choices.goes.get(one.id) ?? one.goes}
                onChange={(_, { checked }) =>
                  onChoose({ ...choices, goes: new Map(choices.goes).set(one.id, checked === true) })
                }
              />
              <Text size={200} className={styles.said}>
                {one.text.length > shown ? `${one.text.slice(0, shown)}…` : one.text}
              </Text>
            </div>
          ))}
        </div>
      )}
      {documents.length > 0 && (
        <div role="group" aria-label={t`Documents of the library`}>
          <Text as="h3" weight="semibold" className={styles.title}>{t`Documents of the library`}</Text>
          <Text block className={styles.quiet}>
            {t`Made earlier: what stays behind in the record may stand in them. Untick what does not go.`}
          </Text>
          {documents.map(({ path }) => (
            <Checkbox
              key={path}
              label={path}
              checked={!choices.withoutDocuments.has(path)}
              onChange={(_, { checked }) => {
                const without = new Set(choices.withoutDocuments)
                if (checked === true) without.delete(path)
                else without.add(path)
                onChoose({ ...choices, withoutDocuments: without })
              }}
            />
          ))}
        </div>
      )}
      <div>
        <Text as="h3" weight="semibold" className={styles.title}>{t`What stays with us`}</Text>
        {file.leftOut.length === 0 ? (
          <Text block>{t`Nothing of this record stays behind.`}</Text>
        ) : (
          <ul className={styles.list}>
            {file.leftOut.map(({ list, what, count, why }) => (
              <li key={`${list}${what}${why}`}>
                <Text>{t`${list}, ${what} (${count}): ${why}`}</Text>
              </li>
            ))}
          </ul>
        )}
        <Text block className={styles.quiet}>
          {t`Child-protection records are never in it. Tell the next SENCO in person what is needed of the rest.`}
        </Text>
      </div>
    </div>
  )
}
