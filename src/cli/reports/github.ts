import { findingsOf, type CheckReport, type Finding } from './report';
import { harmless } from '../harmless';
import { summaryLine } from './text';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub shows as annotations of the changed files; what the baseline names is a notice. */
export const githubReport = (report: CheckReport): string =>
  [...findingsOf(report).map(annotation), summaryLine(report)].join('\n');

function annotation({ inBaseline, severity, code, message, path, ...region }: Finding): string {
  const { line, column, endLine, endColumn } = region;
  const command = inBaseline ? 'notice' : COMMANDS[severity];
  // Columns are only taken where both are on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: path, line, endLine, ...columns, title: code });
  return `::${command} ${properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')}::${data(harmless(message))}`;
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
