import './Spinner.css';

/** A turning ring beside words that say what is under way; silent by itself. */
export function Spinner() {
  return <span className="ob-spinner" aria-hidden="true" />;
}
