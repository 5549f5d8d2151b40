using Microsoft.AspNetCore.Mvc;

namespace Tide.Web;

[ApiController, Route("maps")]
[RequireFlag("⟦wrapper:tide-maps⟧")]
public class MapController : ControllerBase
{
    [HttpGet("latest"), RequireFlag("⟦wrapper:latest-map⟧")]
    public IActionResult Latest() => Ok("latest");
}
