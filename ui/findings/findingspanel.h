#pragma once
#include "ui/findings/findingsmodel.h"
#include "ui/widgets/steady.h"

#include <QWidget>

class QPushButton;
class QTableView;
class QToolButton;

namespace gb::ui {

class FindingDetail;
class FindingsView;

/// What is wrong, worst first; beside it what the chosen finding means, what to do, and its proof.
class FindingsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void apply(const QList<Finding> &findings);
    void setAliases(const QHash<QString, QString> &aliases);
    void setMutes(const QStringList &mutes);
    /// Those that are chosen in the table of devices: the worst finding of theirs is explained, or that they have none.
    void setSelectedDevices(const QStringList &devices);
    /// How many devices were seen, and how many are awaited beside them. `where`: what to do while there are none, one
    /// sentence.
    void setSeen(int seen, int awaited, const QString &where);
    /// "Findings · 2 errors, 1 warning"
    QString title() const;
    FindingsModel *model() const { return m_model; }
    QTableView *view() const;
    FindingDetail *detail() const { return m_detail; }
    /// Shows what is over, what is muted, only the selected devices'.
    QList<QToolButton *> switches() const { return {m_over, m_muted, m_onlySelected}; }
    /// The finding that the table has chosen; nullptr: none.
    const Finding *current() const;
    /// Asks for the next message that proves the current finding.
    void showProof();
    /// Of the current finding's rule.
    bool isMuted(bool everywhere) const;
    /// "Mute D28 for this device".
    QString muteText(bool everywhere) const;
    void toggleMute(bool everywhere);
    /// The current line has others under it.
    bool canFold() const;
    void toggleFold();

signals:
    void titleChanged();
    /// By a person, who wants to see it: its device and the first message that proves it; 0: none does.
    void chosen(quint64 message, const QString &device);
    /// The message that proves it; asked for again it is the next one.
    void proofRequested(quint64 message, const QString &device);
    void mutesChanged(const QStringList &mutes);
    /// What can be done with the current finding, at this place of the screen.
    void menuRequested(const QPoint &at);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showCurrent();
    bool isAbout(const QList<Finding> &news) const;
    void chooseFirst();
    void choose();
    void keepChosen();
    void showCounts();
    void clicked(const QModelIndex &index);
    void activated(const QModelIndex &index);
    QStringList story(const Finding &finding) const;
    Mute muteOf(bool everywhere) const;
    void mute(const Mute &mute, bool on);

    FindingsModel *m_model;
    FindingsView *m_view;
    FindingDetail *m_detail;
    Steady<QLabel> *m_counts;
    QToolButton *m_over, *m_muted, *m_onlySelected;
    QStringList m_selected;
    quint32 m_current = 0; ///< its number
    QSet<quint32> m_told;  ///< it, and those that it is told with
    int m_devices = 0;     ///< that its line stands for
    bool m_chosen = false; ///< by a person, or by choosing a device
    qsizetype m_proof = 0; ///< message of it that is shown next
};

} // namespace gb::ui
