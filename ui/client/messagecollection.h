#pragma once
#include <QMap>
#include <QObject>
#include <QThreadPool>

namespace gb::ui {

/**
 * Messages that the user keeps, a file each in one folder, so that `gbscope-cli ask message --file` reads them, too.
 * What is on the disk is read once, and written, by a task; the window waits for neither. Bounded in number and size.
 * What proves a password, or is one, is left out of what is kept.
 */
class MessageCollection final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxMessages = 200, maxName = 60, maxOctets = 65'000;

    explicit MessageCollection(const QString &folder, QObject *parent = nullptr);
    ~MessageCollection() override;

    /// changed() follows.
    void load();
    /// Sorted as people do.
    QStringList names() const;
    /// Null where there is none. Upper and lower case are alike.
    QString text(const QString &name) const;
    bool contains(const QString &name) const { return m_all.contains(keyOf(name)); }
    /// Why it cannot have that name; empty: it can.
    static QString problemOf(const QString &name);

    /// Each tells what is wrong, or nothing, and takes the place of one with that name. `left`: something secret was
    /// left out.
    QString save(const QString &name, const QString &text, bool *left = nullptr);
    /// The old file goes once the new one is written; where the disk refuses it keeps its name.
    QString rename(const QString &from, const QString &to);
    void remove(const QString &name);
    /// All that was begun is on the disk, or failed.
    void waitForDone() { m_disk.waitForDone(); }

    /// Of any name a file name that every system takes; and back, empty of one that is none of ours.
    static QString fileOf(const QString &name);
    static QString nameOf(const QString &file);

signals:
    void changed();
    /// The disk refused; the text is the system's.
    void failed(const QString &name, const QString &why);

private:
    struct Kept
    {
        QString name, text;
    };
    static QString keyOf(const QString &name) { return name.trimmed().toCaseFolded(); }
    void put(QMap<QString, Kept> all);
    QString store(const QString &name, const QString &text, const QString &before, bool *left);
    void goBack(const QString &name, const Kept &before);
    void onDisk(const QString &name, std::function<QString(const QString &file)> work, std::function<void()> undo = {});

    const QString m_folder;
    QMap<QString, Kept> m_all; ///< by keyOf()
    QThreadPool m_disk;        ///< one after the other
};

} // namespace gb::ui
