export default function Page() {
  return <h1>Accords</h1>;
}
