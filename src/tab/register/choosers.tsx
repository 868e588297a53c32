import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { later } from '../../ui/later.ts'
import { Soon } from '../../ui/Soon.tsx'

const menu = later(() => import('./ChooserMenu.tsx'))

export type Option = readonly [code: string, name: string]

/** A filter: a button that opens a list of ticks, and says in words what is chosen. */
export const Chooser = ({
  words,
  chosen,
  options,
  onChosen,
}: {
  words: string
  chosen: readonly string[]
  options: readonly Option[]
  onChosen: (codes: string[]) => void
}) => {
  const names = options.filter(([code]) => chosen.includes(code)).map(([, name]) => name)
  const label =
    names.length === 0
      ? words
      : names.length <= 2
        ? names.join(', ')
        : t`${names.length} of ${words.toLowerCase()}`
  return (
    <Soon
      opens="menu"
      part={menu}
      button={
        <Button
          shape="circular"
          size="small"
          appearance={chosen.length > 0 ? 'primary' : 'outline'}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={names.length > 0 ? `${words}: ${names.join(', ')}` : words}
        >
          {label}
        </Button>
      }
    >
      {({ ChooserMenu }, button, open) => (
        <ChooserMenu button={button} open={open} chosen={chosen} options={options} onChosen={onChosen} />
      )}
    </Soon>
  )
}
