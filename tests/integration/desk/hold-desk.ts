// Opens a desk and keeps it until it is killed or its input ends.
import { openDesk } from '../../../src/main/desk/desk'

openDesk(process.argv[2] ?? '')
process.stdout.write('open\n')
process.stdin.resume()
