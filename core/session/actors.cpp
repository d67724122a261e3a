#include "core/session/actors.h"

/// The one list of who acts in a live session. To add an actor, write its function in a file in `actors/` and name it
/// here. The registrar is first: a device has its answer before it is asked anything.
namespace gb {

#define GBSCOPE_ACTORS(ACTOR)                                                                                          \
    ACTOR(makeRegistrarActor)                                                                                          \
    ACTOR(makeClientActor)                                                                                             \
    ACTOR(makePlayActor)                                                                                               \
    ACTOR(makeFreeActor)                                                                                               \
    ACTOR(makeCamerasActor)

#define GBSCOPE_DECLARE(make) std::unique_ptr<Actor> make(Premises &premises);
GBSCOPE_ACTORS(GBSCOPE_DECLARE)
#undef GBSCOPE_DECLARE

std::vector<std::unique_ptr<Actor>> makeActors(Premises &premises)
{
    std::vector<std::unique_ptr<Actor>> actors;
#define GBSCOPE_MAKE(make) actors.push_back(make(premises));
    GBSCOPE_ACTORS(GBSCOPE_MAKE)
#undef GBSCOPE_MAKE
    return actors;
}

} // namespace gb
