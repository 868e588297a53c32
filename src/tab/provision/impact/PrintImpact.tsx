import { t } from '../../../words/t.ts'
import { type ReactNode, useState } from 'react'
import { showDay } from '../../../domain/rules/day.ts'
import { PrintSheet } from '../../../ui/charts/PrintSheet.tsx'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { passingList } from '../../register/passingList.ts'

/** The charts and tables on their way to paper: asked for whom first, as for whatever leaves. */
export const PrintImpact = ({
  title,
  period,
  fewest,
  children,
  onDone,
}: {
  title: string
  period: string | null
  /** Fewer pupils than this are hidden in what is printed; null where all is shown. */
  fewest: number | null
  children: ReactNode
  onDone: () => void
}) => {
  const { school, today } = useServices()
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  if (printing)
    return (
      <PrintSheet
        title={`${title}: ${school.name}`}
        about={[period, t`As recorded on ${showDay(today())}.`].filter(Boolean).join('. ')}
        foot={
          fewest !== null
            ? t`Numbers of fewer than ${fewest} pupils are hidden, and what would give them away.`
            : t`Confidential: groups may be so small that a child can be told from them. Keep it in school.`
        }
        onDone={onDone}
      >
        {children}
      </PrintSheet>
    )
  return (
    <PassOn
      passing={passingList({
        title: t`Print the charts and tables`,
        did: 'printed',
        what: t`Impact`,
        verb: t`Print`,
        pupils: [],
        lines: [],
        go: () => ({ words: t`Given to the printer.` }),
      })}
      onDone={({ words }) => {
        say(words)
        setPrinting(true)
      }}
      onClose={onDone}
    />
  )
}
