import '../../page.css'
import {
  Card,
  CardHeader,
  FluentProvider,
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title2,
  Title3,
  tokens,
  webLightTheme,
} from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { localPersonas, localSites } from '../graph/local.ts'
import { mayDo } from '../personaWords.ts'

const useStyles = makeStyles({
  page: {
    maxWidth: '960px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  heading: { margin: '0' },
  who: { width: '28%' },
})

const pages = [
  { at: '/teams/', name: 'Teams', words: 'The SEND tab, in a stand-in for Microsoft Teams' },
  { at: '/word/', name: 'Word', words: 'The task pane beside a document, in a stand-in for Word' },
  { at: '/excel/', name: 'Excel', words: 'The task pane beside a workbook, in a stand-in for Excel' },
]

const Index = () => {
  const styles = useStyles()
  return (
    <FluentProvider theme={webLightTheme}>
      <main className={styles.page}>
        <Title2 as="h1" className={styles.heading}>
          Goldthread on this machine
        </Title2>
        <Text>
          The product runs here as it would in a school, with stand-ins for Microsoft 365 around it. They are
          not Teams, Word, Excel or SharePoint. The schools and pupils are made up, and nothing leaves this
          machine.
        </Text>
        <div className={styles.cards}>
          {pages.map(({ at, name, words }) => (
            <Card key={at}>
              <CardHeader
                header={
                  <Link href={at}>
                    <Text weight="semibold" size={400}>
                      {name}
                    </Text>
                  </Link>
                }
                description={<Text>{words}</Text>}
              />
            </Card>
          ))}
        </div>
        <Title3 as="h2" className={styles.heading}>
          Who you can be
        </Title3>
        <Table aria-label="Personas" size="small">
          <TableHeader>
            <TableRow>
              <TableHeaderCell className={styles.who}>Person</TableHeaderCell>
              <TableHeaderCell>On the SharePoint sites</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {localPersonas.map((persona) => (
              <TableRow key={persona.id}>
                <TableCell className={styles.who}>
                  <Link href={`/teams/?as=${persona.id}`}>
                    {persona.user.displayName} ({persona.jobTitle ?? persona.id})
                  </Link>
                </TableCell>
                <TableCell>{mayDo(persona, localSites)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </main>
    </FluentProvider>
  )
}

createRoot(document.getElementById('root')!).render(<Index />)
