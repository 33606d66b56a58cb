package present
import ("testing";"os";"fmt";"insignia/internal/shot";"insignia/internal/frametest";"github.com/charmbracelet/colorprofile")
func TestShots(t *testing.T){
 if os.Getenv("SHOTS")=="" { t.Skip() }
 for _, lang := range []string{"en","es"} {
 for _, z := range [][2]int{{40,12},{60,20},{80,24},{120,40},{160,50},{240,70}} {
  prof := colorprofile.TrueColor
  if os.Getenv("MONO") != "" { prof = colorprofile.ASCII }
  d := presented(t, lang, shown(t,lang), z[0], z[1], frametest.Profile(prof))
  for i := 0; i < 12; i++ {
   os.WriteFile(fmt.Sprintf("/tmp/h6/s_%s_%03d_%02d.svg",lang,z[0],i), shot.SVG(d.Styled(), z[0], z[1], shot.Options{}), 0o644)
   if i == 2 { d.Press("c"); d.wait(38e9) }
   if i == 10 { d.Press("q") } else { d.Press("right") }
  }
 }}
}
