import { t } from '../../words/t.ts'
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { Gap } from '../../documents/notYetFilled.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useGoTo, type WithPlaces } from './useGoTo.ts'
import { type Asked, askedHeadings, askedKind } from '../../ui/meeting/asked.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '10px', paddingBottom: '8px' },
  heading: { display: 'block', margin: '0 0 4px' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    overflowWrap: 'anywhere',
  },
  // Without colours a link is told by its line.
  link: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

const Words = ({ gap: { words, called } }: { gap: Gap }) =>
  called === null ? (
    words
  ) : (
    <>
      <Personal>{called}</Personal>: {words}
    </>
  )

/** What neither the record nor the document says yet, what the law asks for first; each leads to its field. */
export const NotFilled = ({
  gaps,
  document,
}: {
  gaps: readonly Gap[]
  /** The open document; null where it holds no minutes of this review. */
  document: WithPlaces | null
}) => {
  const styles = useStyles()
  const goTo = useGoTo(document)
  const inDocument = document !== null
  const must = gaps.filter(({ strength }) => askedKind(strength) === 'must').length
  if (gaps.length === 0)
    return (
      <AccordionItem value="notFilled">
        <AccordionHeader as="h2">{t`Not filled in yet: nothing`}</AccordionHeader>
        <AccordionPanel>
          <Text>{t`Everything that a report needs is said, in the record or in this document.`}</Text>
        </AccordionPanel>
      </AccordionItem>
    )
  return (
    <AccordionItem value="notFilled">
      <AccordionHeader as="h2">
        {t`Not filled in yet: ${gaps.length}`}
        {must > 0 && t`, ${must} by law`}
      </AccordionHeader>
      <AccordionPanel className={styles.all}>
        <output>{goTo.said}</output>
        {(Object.keys(askedHeadings) as Asked[]).map((kind) => {
          const those = gaps.filter(({ strength }) => askedKind(strength) === kind)
          if (those.length === 0) return null
          return (
            <div key={kind}>
              <Text as="h3" weight="semibold" className={styles.heading}>
                {askedHeadings[kind]}
              </Text>
              <ul className={styles.list}>
                {those.map((gap) => (
                  <li key={`${gap.tags[0]} ${gap.words}`}>
                    {gap.inDocument ? (
                      <Link as="button" className={styles.link} onClick={() => void goTo.field(gap.tags)}>
                        <Words gap={gap} />
                      </Link>
                    ) : (
                      <Text>
                        <Words gap={gap} />
                      </Text>
                    )}
                    {(gap.source || (inDocument && !gap.inDocument)) && (
                      <Text size={200} className={styles.quiet}>
                        {gap.source}
                        {inDocument && !gap.inDocument && t`${gap.source ? ' · ' : ''}not in this document`}
                      </Text>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </AccordionPanel>
    </AccordionItem>
  )
}
