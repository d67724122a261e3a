#include "ui/workspace/panes.h"

#include "ui/workspace/pane.h"

/// The one list of what a window consists of. To add a pane, write its function in its feature's folder and name it
/// here. A function returns nullptr where its pane is not for this window.
namespace gb::ui {

#define GBSCOPE_PANES(PANE)                                                                                            \
    PANE(makeListenPane)                                                                                               \
    PANE(makeListenerPane)                                                                                             \
    PANE(makeFlowPane)                                                                                                 \
    PANE(makeFiltersPane)                                                                                              \
    PANE(makeUnheardPane)                                                                                              \
    PANE(makeDevicesPane)                                                                                              \
    PANE(makeMessagePane)                                                                                              \
    PANE(makeFindingsPane)                                                                                             \
    PANE(makeFirstChoicePane)                                                                                          \
    PANE(makeHeartbeatsPane)                                                                                           \
    PANE(makeOperationsPane)                                                                                           \
    PANE(makeListPane)                                                                                                 \
    PANE(makeComparePane)                                                                                              \
    PANE(makeMarksPane)                                                                                                \
    PANE(makeWhyNotPane)                                                                                               \
    PANE(makePolicyPane)                                                                                               \
    PANE(makeFilesPane)                                                                                                \
    PANE(makeCountsPane)                                                                                               \
    PANE(makeRecordPane)                                                                                               \
    PANE(makeFilterTextsPane)                                                                                          \
    PANE(makeExportPane)                                                                                               \
    PANE(makePasswordsPane)                                                                                            \
    PANE(makeSettingPane)                                                                                              \
    PANE(makeAskPane)                                                                                                  \
    PANE(makePlayPane)                                                                                                 \
    PANE(makeFreePane)                                                                                                 \
    PANE(makeSilencePane)                                                                                              \
    PANE(makeSitePane)                                                                                                 \
    PANE(makeOverviewPane)                                                                                             \
    PANE(makePreferencesPane)                                                                                          \
    PANE(makeSamplesPane)

#define GBSCOPE_DECLARE(make) Pane *make(Desk &desk);
GBSCOPE_PANES(GBSCOPE_DECLARE)
#undef GBSCOPE_DECLARE

QList<Pane *> makePanes(Desk &desk)
{
    QList<Pane *> panes;
#define GBSCOPE_MAKE(make) panes.append(make(desk));
    GBSCOPE_PANES(GBSCOPE_MAKE)
#undef GBSCOPE_MAKE
    panes.removeAll(nullptr);
    return panes;
}

} // namespace gb::ui
