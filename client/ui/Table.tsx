import './Table.css';
import type { ReactNode } from 'react';

export interface TableProps<Row> {
  /** Name for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The first column names the row. */
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly cell: (row: Row) => ReactNode;
  }[];
}

/** Rows with a head; on a phone each row is a block in which every cell has its column's name. */
export function Table<Row>({ label, rows, rowKey, columns }: TableProps<Row>) {
  return (
    <table className="ob-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ id, label: name, cell }, index) =>
              index === 0 ? (
                <th key={id} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={id} data-label={name}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
